import type { DutyPointEvent } from '#contexts/duties';
import { aHappening, aLog, by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { receiptStream, type ReceiptState } from '../receipt/receipt.state.js';
import { aDelivery } from '../receipt/receipt.examples.js';
import type { RestingDuty } from './completing.facts.js';
import { directive } from './directive.decider.js';
import { aDirective, anAmendment, anIssue, aRequest, COVERING, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { dutiesAreNoted } from './duties.policy.js';
import { directiveCard } from './views/directive-card.view.js';

const given = specification(directive, aClerk, knowing());
const issued = [aDirective(), aRequest(), anIssue(CITY_Y)] as const;
const signed = {
  ...receiptStream.evolve.DirectiveDelivered(receiptStream.initial, aDelivery().data, aHappening(CITY_Y.receiptId)),
  is: 'acknowledged',
} as ReceiptState;
const receipts = new Map([[CITY_Y.receiptId, signed]]);
const complete = { type: 'CompleteDirective', data: {} } as const;
const done = { type: 'DirectiveCompleted', data: {} } as const;
const reason = '本市仅转发，无须设岗';
const stating = (...clauses: string[]) => ({
  ...complete,
  data: { withoutDuty: clauses.map((clause) => ({ clause, reason })) },
});
const [first, second] = COVERING as [RestingDuty, RestingDuty];
const resting = (...duties: RestingDuty[]) => knowing({ aftermath: { receipts, children: new Map() }, duties });

/** What City Y made of the clauses of the directive, and that it is done. */
const below = (clauses: readonly string[], ...more: readonly DirectiveEvent[]) => {
  const clauseMap = clauses.map((clause) => ({
    directiveId: the('directive'),
    clause,
    how: 'adopted' as const,
    by: '1',
  }));
  const child = [
    aDirective({ issuer: HQ_Y, bases: [{ directiveId: the('directive') }], clauseMap }),
    aRequest(),
    anIssue(COUNTY_K1),
  ] as const;
  const children = new Map([[the('directive', 2), given(...child, done, ...more).state()]]);
  return knowing({ aftermath: { receipts, children }, duties: [] });
};

describe('D3: completing an order', () => {
  it('D3: waits until a duty rests on each clause, and names those on which none does', () => {
    given(...issued)
      .when(complete, {}, resting(first, second))
      .then(done);
    given(...issued)
      .when(complete, {}, resting())
      .thenRefused('CLAUSE_NOT_COVERED', 'clauses', '1', '2');
    given(...issued)
      .when(complete, {}, resting(second))
      .thenRefused('CLAUSE_NOT_COVERED', 'clauses', '1');
    const headed = aDirective(
      aContent({
        clauses: aContent().clauses.map((one) => (one.key === '1' ? { ...one, heading: true as const } : one)),
      }),
    );
    given(headed, aRequest(), anIssue(CITY_Y)).when(complete, {}, resting(second)).then(done);
  });

  it('D3: waits until nobody is missing in such a duty, and names it to those who may see it', () => {
    const open = { ...first, isOpen: true };
    given(...issued)
      .when(complete, {}, resting(open, second))
      .thenRefused('DUTY_NOT_HELD', 'clauses', '1');
    const decided = (duty: RestingDuty) =>
      directive.bars?.CompleteDirective?.against(
        given(...issued).state(),
        aClerk,
        resting(duty, second).CompleteDirective,
      );
    expect(decided(open)).toMatchObject({ others: [first.dutyPointId] });
    expect(decided({ ...open, isSeen: false })).not.toHaveProperty('others');
    // Whatever clause it came from: an amendment may have dropped it.
    given(...issued)
      .when(complete, {}, resting(first, second, { ...open, clause: '9' }))
      .thenRefused('DUTY_NOT_HELD', 'clauses');
  });

  it('C12: takes a number for a clause only where no other clause has it', () => {
    const numbered = (...numbers: string[]) =>
      aDirective(
        aContent({ clauses: aContent().clauses.map((one, index) => ({ ...one, number: numbers[index] ?? '' })) }),
      );
    const duties = resting({ ...first, clause: '一' }, second);
    given(numbered('一', '二'), aRequest(), anIssue(CITY_Y)).when(complete, {}, duties).then(done);
    given(numbered('一', '一'), aRequest(), anIssue(CITY_Y))
      .when(complete, {}, duties)
      .thenRefused('CLAUSE_NOT_COVERED', 'clauses', '1');
  });

  it('D3: is done with a clause that a directive below carried on, once that is done', () => {
    given(...issued)
      .when(complete, {}, below(['1', '2']))
      .then(done);
    given(...issued)
      .when(complete, {}, below(['1']))
      .thenRefused('CLAUSE_NOT_COVERED', 'clauses', '2');
  });

  it('D3: is not done with a clause that was amended since it was written below, whether or not that was told yet', () => {
    const told: DirectiveEvent = {
      type: 'BasisAmended',
      data: { directiveId: the('directive'), textVersion: 2, clauses: ['2'] },
    };
    const anew = { ...signed, held: { ...aDelivery().data, textVersion: 2 } } as ReceiptState;
    const after = (known: ReturnType<typeof below>, recordedAt: string = aClerk.occurredAt) =>
      given(...issued, by({ recordedAt }, anAmendment())).when(
        complete,
        {},
        {
          ...known,
          CompleteDirective: { ...known.CompleteDirective, receipts: new Map([[CITY_Y.receiptId, anew]]) },
        },
      );
    after(below(['1', '2'])).thenRefused('CLAUSE_NOT_COVERED', 'clauses', '2');
    after(below(['1', '2'], told)).thenRefused('CLAUSE_NOT_COVERED', 'clauses', '2');
    after(below(['1', '2']), '2022-03-17T08:59:59.999Z').then(done);
  });

  it('D3: is done with a clause of which it states with a reason that it needs no duty; nothing is ever stuck', () => {
    const said = { type: 'DirectiveCompleted', data: stating('1', '2').data } as const;
    given(...issued)
      .when(stating('1', '2'), {}, resting())
      .then(said);
    const id = the('directive');
    expect(rowsAfter(directiveCard, id, ...issued, said).get(id)?.withoutDuty).toEqual([
      { clause: '1', reason },
      { clause: '2', reason },
    ]);
    given(...issued)
      .when(stating('1'), {}, resting())
      .thenRefused('CLAUSE_NOT_COVERED', 'clauses', '2');
    given(...issued)
      .when(stating('3'), {}, resting(first, second))
      .thenRefused('STATED_CLAUSE_NOT_FOUND', 'withoutDuty', '0', 'clause');
    given(...issued)
      .when(stating('2', '1'), {}, resting(first))
      .thenRefused('CLAUSE_HAS_DUTY', 'withoutDuty', '1', 'clause');
  });
});

describe('D3: the duties that rest on an order', () => {
  const [own, duty, other] = [the('directive'), the('dutyPoint'), the('dutyPoint', 2)];
  const clause = (directiveId = own) => ({ directiveId, clauseNumber: '1' });
  const defined = (from = clause()) =>
    ({
      type: 'DutyPointDefined',
      data: {
        ...{
          matter: '场所码',
          step: '出口',
          place: '车站',
          territoryId: HQ_J.territoryId,
          territoryPath: HQ_J.territoryPath,
        },
        ...{ requiredParties: ['unit'], standard: '逐人核验', clause: from },
      },
    }) as const;
  const open = { type: 'GapDetected', data: { kind: 'no-holder', party: 'unit' } } as const;
  const moved = { type: 'DutyRepointed', data: { clause: clause(the('directive', 5)), reason } } as const;
  const recorded = { type: 'DutyRecorded', data: { dutyPointId: duty } } as const;
  const record = { type: 'RecordDuty', data: { dutyPointId: duty } } as const;

  it('D3: are noted once, where their own record says so', async () => {
    given(...issued)
      .when(record)
      .then(recorded);
    given(...issued, recorded)
      .when(record)
      .then();
    given(...issued)
      .when(record, {}, knowing({ isSo: false }))
      .thenRefused('NOT_BUILT_ON_THIS');
    const isSo = (...events: object[]) => {
      const log = aLog({ [duty]: events as DutyPointEvent[] });
      return directive.facts.RecordDuty(
        log,
        record.data,
        { stream: own, state: () => Promise.resolve(directive.initial) },
        aClerk,
      );
    };
    expect(await isSo(defined())).toBe(true);
    expect(await isSo(defined(clause(the('directive', 5))))).toBe(false);
    expect(await isSo(defined(), moved)).toBe(false);
    expect(await isSo()).toBe(false);
  });

  it('D3: are told by a policy when they are defined, and when they are pointed to it', () => {
    const asks = (event: { readonly type: 'DutyPointDefined' | 'DutyRepointed'; readonly data: object }) =>
      dutiesAreNoted.on[event.type]?.(event.data as never, { is: 'new' }, aHappening(duty));
    expect(asks(defined())).toMatchObject([{ stream: own, command: record }]);
    expect(asks(moved)).toMatchObject([{ stream: the('directive', 5), command: record }]);
    const { clause: _none, ...free } = defined().data;
    expect(asks({ type: 'DutyPointDefined', data: free })).toEqual([]);
  });

  it('D3: are read as they stand: whose they are now, whether somebody is missing, and under which clause', async () => {
    const log = aLog({
      [duty]: [defined(), open],
      [other]: [defined(), moved],
      [the('dutyPoint', 3)]: [defined(), open, { type: 'GapResolved', data: { kind: 'no-holder', party: 'unit' } }],
      [the('dutyPoint', 4)]: [defined(), { type: 'DutyPointRetired', data: { reason } }],
    });
    const noted = [1, 2, 3, 4].map(
      (n) => ({ type: 'DutyRecorded', data: { dutyPointId: the('dutyPoint', n) } }) as const,
    );
    const state = given(...issued, ...noted).state();
    const known = await directive.facts.CompleteDirective(
      log,
      {},
      { stream: own, state: () => Promise.resolve(state) },
      aClerk,
    );
    expect(known.duties).toEqual([
      { dutyPointId: duty, clause: '1', isOpen: true, isSeen: true },
      { dutyPointId: the('dutyPoint', 3), clause: '1', isOpen: false, isSeen: true },
    ]);
  });
});
