import type { Id } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { namedIn, withoutUnseen } from './seen-data.js';

const uuid = '00000000-0000-4000-8000-000000000001';
const [step, body, person, receipt] = [
  `dutyPoint-${uuid}`,
  `organisation-${uuid}`,
  `person-${uuid}`,
  `receipt-${uuid}`,
];
const isUnseen = (id: Id) => !id.startsWith('organisation-');
const read = (data: object) => withoutUnseen(data, isUnseen);

describe('T18: the data of an event, as somebody reads it who may not see all that it names', () => {
  it('leaves out what is not theirs to see, wherever it stands', () => {
    expect(read({ about: step, unit: body, steps: [step, step], count: 2 })).toEqual({
      unit: body,
      steps: [],
      count: 2,
    });
  });

  it('leaves out what it says of such a thing', () => {
    expect(
      read({ between: [{ dutyPointId: step, orgId: body }], clause: { directiveId: receipt, number: '3' } }),
    ).toEqual({
      between: [],
    });
  });

  it('leaves what it says of others, without such a thing', () => {
    const recipients = [{ orgId: body, receiptId: receipt, level: 'city' }];
    expect(read({ recipients })).toEqual({ recipients: [{ orgId: body, level: 'city' }] });
  });

  it('names people, who act and answer by id', () => {
    const verifiers = [
      { orgId: body, personId: person },
      { personId: person, orgId: body },
    ];
    expect(read({ verifiers, responsible: person })).toEqual({ verifiers, responsible: person });
  });

  it('is whole where everything is seen', () => {
    const data = { between: [{ dutyPointId: step, orgId: body }], note: 'dutyPoint-1', at: null };
    expect(withoutUnseen(data, () => false)).toEqual(data);
  });

  it('names what has to be looked up, apart from people', () => {
    expect(namedIn({ a: [{ step, person }], body, text: 'organisation-x' })).toEqual([step, body]);
  });
});
