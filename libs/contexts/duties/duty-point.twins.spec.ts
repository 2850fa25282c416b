import { idOf, type Id, type LaidClaim } from '#kernel';
import { aLog, rowsAfter, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import { aDefinition, aPoint, around, at, known, occasion, ownOf, some } from './duty-point.examples.js';
import { dutyPointCard } from './views/duty-point-card.view.js';

const given = specification(dutyPoint, occasion, known);
const other = idOf('dutyPoint', '00000000-0000-4000-8000-000000000040');
const reason = '登记时笔误';
const define = (more: object = {}) => ({ type: 'DefineDutyPoint', data: { ...aPoint(), ...more } }) as const;
const correct = (more: object) => ({ type: 'CorrectDutyPoint', data: { reason, ...more } }) as const;
const twins = { twins: [other] };

/** A log in which another duty point has laid every claim that is asked for; what it is now says whether it stands. */
const claimed = (events: readonly DutyPointEvent[], more: Partial<LaidClaim> = {}) => {
  const keys: string[] = [];
  const laid = { by: other, seenBy: { territory: '', orgs: [] }, occurredAt: at, underWay: false, ...more };
  const read = withClaims(aLog({ [other]: events }), (key) => {
    keys.push(JSON.stringify(key));
    return [laid];
  });
  return { read, keys };
};
const found = async ({ read }: ReturnType<typeof claimed>, more: object = {}): Promise<readonly Id[]> =>
  (await dutyPoint.facts.DefineDutyPoint(read, { ...aPoint(), ...more }, ownOf(read), occasion)).twins;

describe('F8: two duty points for one thing', () => {
  it('F8: the second is refused with the id of the first, unless it is named as another', () => {
    const knowing = { DefineDutyPoint: { ...around, ...twins } };
    given().when(define(), {}, knowing).thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
    const told = { notDuplicateOf: [other] };
    const events = given().when(define(told), {}, knowing);
    events.then(
      aDefinition(told),
      ...(['unit', 'individual'] as const).map((party) => ({
        type: 'GapDetected' as const,
        data: {
          ...{ kind: 'no-holder' as const, party, orgs: [], territoryPath: some.cityPath, territoryId: some.city },
          ...{ matter: aPoint().matter, step: aPoint().step, place: 'North exit' },
        },
      })),
    );
  });

  it('F8: are of the same matter, step and place, however these are written', async () => {
    const there = claimed([aDefinition()]);
    expect(await found(there)).toEqual([other]);
    expect(await found(there, { matter: ' health  CODE check' })).toEqual([other]);
    await found(there, { requiredParties: ['unit'], standard: 'Other', placeType: 'Station' });
    expect(new Set(there.keys).size).toBe(1);
    for (const more of [{ matter: 'Tickets' }, { step: 'Queue' }, { place: 'South exit' }])
      expect(await found(there, more)).toEqual([]);
    expect(new Set(there.keys).size).toBe(4);
  });

  it('F8: are of the same type of place where no place is named', async () => {
    const { place: _, ...nowhere } = aDefinition().data;
    const stations = { ...nowhere, placeType: 'Station' };
    const there = claimed([{ type: 'DutyPointDefined', data: stations }]);
    const { twins: same } = await dutyPoint.facts.DefineDutyPoint(there.read, stations, ownOf(there.read), occasion);
    expect(same).toEqual([other]);
    expect(await found(there, { place: 'Station' })).toEqual([]);
  });

  it('F8: counts neither one that is retired nor one that says otherwise by now, but one that is on its way', async () => {
    const retired = { type: 'DutyPointRetired', data: { reason } } as const;
    const corrected = { type: 'DutyPointCorrected', data: { place: 'South exit', reason } } as const;
    expect(await found(claimed([aDefinition(), retired]))).toEqual([]);
    expect(await found(claimed([aDefinition(), corrected]))).toEqual([]);
    expect(await found(claimed([], { underWay: true }))).toEqual([other]);
    expect(await found(claimed([aDefinition(), corrected], { underWay: true }))).toEqual([other]);
  });

  it('F8, F9: is what it becomes by a correction', async () => {
    const there = claimed([aDefinition({ place: 'South exit' })]);
    const read = aLog({ [some.exit]: [aDefinition()] });
    const facts = (more: object) =>
      dutyPoint.facts.CorrectDutyPoint(there.read, correct(more).data, ownOf(read), occasion);
    expect(await facts({ place: 'South exit' })).toEqual(twins);
    expect(await facts({ place: 'North  EXIT' })).toEqual({ twins: [] });
    expect(await facts({ standard: 'Everybody' })).toEqual({ twins: [] });
    expect(there.keys).toHaveLength(1);
  });

  it('F8, F9: a correction into the likeness of another is refused, unless that is named as another', () => {
    const knowing = { CorrectDutyPoint: twins };
    const right = { place: 'South exit' };
    given(aDefinition()).when(correct(right), {}, knowing).thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
    given(aDefinition())
      .when(correct({ ...right, notDuplicateOf: [other] }), {}, knowing)
      .then({ type: 'DutyPointCorrected', data: { ...right, notDuplicateOf: [other], reason } });
    given(aDefinition())
      .when(correct({ notDuplicateOf: [other] }))
      .thenRefused('NOTHING_TO_CORRECT');
  });

  it('F8: shows which others it was said not to be', () => {
    const named = aDefinition({ notDuplicateOf: [other] });
    const corrected = { place: 'South exit', notDuplicateOf: [some.before], reason };
    const card = (...events: DutyPointEvent[]) => rowsAfter(dutyPointCard, some.exit, ...events).get(some.exit);
    expect(card(named, { type: 'DutyPointCorrected', data: corrected })?.notDuplicateOf).toEqual([other, some.before]);
    expect(card(aDefinition())?.notDuplicateOf).toEqual([]);
  });
});
