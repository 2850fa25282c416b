import type { Id } from '#kernel';
import { by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import type { Published } from '../content/content.rules.js';
import { aClerk, COUNTY_K1, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { aDelivery } from '../receipt/receipt.examples.js';
import { receiptStream, type ReceiptState } from '../receipt/receipt.state.js';
import { directive } from './directive.decider.js';
import { aDirective, anAsking, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { directiveCard } from './views/directive-card.view.js';
import { directiveRequest } from './views/directive-request.view.js';

const parent = the('directive', 7);
const upstream = new Map<Id<'directive'>, Published>([
  [parent, { clauses: aContent().clauses, issuerId: HQ_J.orgId, recipients: [HQ_Y.orgId] }],
]);
const known = { ownId: HQ_Y.orgId, issuer: HQ_Y, upstream, parent: HQ_J };
const given = specification(directive, { ...aClerk, orgId: HQ_Y.orgId }, knowing(known));
const COMMANDER = { actorId: the('person', 9), orgId: HQ_J.orgId };

const adopted = (clause: string) => ({ directiveId: parent, clause, how: 'adopted' as const, by: clause });
const child = aDirective({ issuer: HQ_Y, bases: [{ directiveId: parent }], clauseMap: [adopted('1'), adopted('2')] });
const inForce = [child, aRequest(), anIssue(COUNTY_K1)] as const;
const due = { rule: 'by' as const, at: '2022-03-20T16:00:00.000Z' };
const reason = '运力不足';
const asks = (more = {}) =>
  ({ type: 'AskLaterDue', data: { directiveId: parent, clause: '2', by: '2', due, reason, ...more } }) as const;
const [, second] = aContent().clauses;
const asked = anAsking({ clause: '2', how: 'later', by: '2', reason, text: second?.text, due });
const about = { directiveId: parent, clause: '2', reason: '情况属实' };
const grant = { type: 'GrantLaterDue', data: about } as const;
const granted = { type: 'LaterDueGranted', data: about } as const;
const refusal = { type: 'LaterDueRefused', data: about } as const;

const later = { directiveId: parent, clause: '2', how: 'later' as const, by: '2', reason };
const amended = (at = due.at) => ({
  text: '修订后的全文',
  clauses: aContent().clauses.map(({ order: _, ...one }) => (one.key === '2' ? { ...one, due: { ...due, at } } : one)),
  declared: [],
  clauseMap: [adopted('1'), later],
});
const amend = (at?: string) =>
  ({ type: 'AmendDirective', data: { ...amended(at), expectedRevision: 1, reason: '延期' } }) as const;
const happenedSo = (): DirectiveEvent => ({
  type: 'DirectiveAmended',
  data: {
    ...{
      number: 1,
      textVersion: 2,
      ...amended(),
      clauses: amended().clauses.map((one, index) => ({ ...one, order: index + 1 })),
    },
    ...{ changed: ['2'], added: [], dropped: [], amendedAt: aClerk.occurredAt, reason: '延期' },
  },
});

describe('D2: a later due time for a directive in force', () => {
  it('D2: is asked of the issuer of the parent before the text says so, once', () => {
    given(...inForce)
      .when(asks())
      .then(asked);
    given(...inForce, asked)
      .when(asks())
      .then();
    given(child, aRequest()).when(asks()).thenRefused('NOT_ISSUED');
    given(...inForce)
      .when(asks(), { orgId: HQ_J.orgId })
      .thenRefused('NOT_THE_ISSUER');
  });

  it.each([
    ['BASIS_NOT_REGISTERED', 'directiveId', { directiveId: the('directive', 8) }],
    ['MAPPED_CLAUSE_NOT_FOUND', 'clause', { clause: '9' }],
    ['MAPPED_CLAUSE_NOT_FOUND', 'by', { by: '9' }],
    ['DUE_INCOMPLETE', 'due', { due: { rule: 'by' } }],
    ['NOT_LATER', 'due', { due: { rule: 'by', at: second?.due?.at } }],
  ] as const)('D2: is not asked where nothing is to be granted: %s at %s', (code, path, more) => {
    given(...inForce)
      .when(asks(more))
      .thenRefused(code, path);
  });

  it('D2: is granted or refused by a commander of that issuer, who did not ask', () => {
    given(...inForce)
      .when(grant, COMMANDER)
      .thenRefused('NOTHING_ASKED', 'clause');
    given(...inForce, asked)
      .when(grant, COMMANDER)
      .then(granted);
    given(...inForce, asked)
      .when(grant)
      .thenRefused('NOT_THE_PARENTS_ISSUER', 'directiveId');
    given(...inForce, by({ actorId: COMMANDER.actorId }, asked))
      .when(grant, COMMANDER)
      .thenRefused('OWN_REQUEST');
    given(...inForce, asked, granted)
      .when(grant, COMMANDER)
      .thenRefused('ALREADY_RULED', 'clause');
    given(...inForce, asked, granted)
      .when({ type: 'RefuseLaterDue', data: about }, COMMANDER)
      .then(refusal);
  });

  it('D2: lets the text be amended exactly so, and not otherwise', () => {
    given(...inForce, asked, granted)
      .when(amend())
      .then(happenedSo());
    for (const before of [[], [asked], [asked, refusal]]) {
      given(...inForce, ...before)
        .when(amend())
        .thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '1');
    }
    given(...inForce, asked, granted)
      .when(amend('2022-03-21T16:00:00.000Z'))
      .thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '1');
    expect(given(...inForce, asked, granted, happenedSo()).state()).toMatchObject({
      ahead: [],
      rulings: [{ directiveId: parent, clause: '2', granted: true }],
    });
  });

  it('D2: stands beside what the text asks already, and leaves the ruling on that as it is', () => {
    const before = { ...later, reason: '人手不足' };
    const asking = aDirective({ issuer: HQ_Y, bases: [{ directiveId: parent }], clauseMap: [adopted('1'), before] });
    const first = anAsking({
      clause: '2',
      how: 'later',
      by: '2',
      reason: '人手不足',
      text: second?.text,
      due: second?.due,
    });
    const state = given(asking, first, granted, aRequest(), anIssue(COUNTY_K1), asked, refusal).state();
    expect(state).toMatchObject({ rulings: [{ clause: '2', granted: true }], ahead: [{ granted: false }] });
  });

  it('D2: waits for nobody once the order is completed', () => {
    const signed = {
      ...receiptStream.evolve.DirectiveDelivered(receiptStream.initial, aDelivery().data, {
        ...aClerk,
        recordedAt: aClerk.occurredAt,
      }),
      is: 'acknowledged',
    } as ReceiptState;
    const aftermath = { receipts: new Map([[COUNTY_K1.receiptId, signed]]), children: new Map() };
    given(...inForce, asked)
      .when({ type: 'CompleteDirective', data: {} }, {}, knowing({ ...known, aftermath }))
      .then({ type: 'DirectiveCompleted', data: {} }, { type: 'RequestDropped', data: { directiveId: parent } });
  });

  it('D2: shows to the one who is asked, and on the card until the text says it', () => {
    const id = the('directive');
    const card = (...events: DirectiveEvent[]) => rowsAfter(directiveCard, id, ...inForce, ...events).get(id);
    const row = (...events: DirectiveEvent[]) =>
      rowsAfter(directiveRequest, id, ...inForce, ...events).get(`${id}/${parent}`);
    expect(row(asked)).toMatchObject({
      open: true,
      rulerId: HQ_J.orgId,
      clauses: [{ clause: '2', due, status: 'requested' }],
    });
    expect(row(asked, granted)).toMatchObject({ open: false, clauses: [{ status: 'granted' }] });
    expect(card(asked)).toMatchObject({
      asks: [parent],
      askedAhead: [{ clause: '2', by: '2', due, reason, request: 'requested' }],
    });
    expect(card(asked, granted)).toMatchObject({ asks: [], askedAhead: [{ request: 'granted', ruling: '情况属实' }] });
    expect(card(asked, granted)?.clauseMap.map(({ request }) => request)).toEqual([undefined, undefined]);
    const done = card(asked, granted, happenedSo());
    expect(done?.askedAhead).toEqual([]);
    expect(done?.clauseMap[1]).toMatchObject({ how: 'later', request: 'granted', ruling: '情况属实' });
    expect(card(asked, { type: 'RequestDropped', data: { directiveId: parent } })?.askedAhead).toEqual([]);
  });
});
