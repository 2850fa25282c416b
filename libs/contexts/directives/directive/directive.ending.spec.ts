import type { Id } from '#kernel';
import { aLog, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_J, HQ_Y, orgAt, ORGANISATIONS, the } from '../directives.examples.js';
import { aDelivery, anAcknowledgement } from '../receipt/receipt.examples.js';
import { receiptStream, type ReceiptState } from '../receipt/receipt.state.js';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { aDirective, anAmendment, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { published } from './directive.published.js';
import type { DirectiveState } from './directive.standing.js';
import type { Aftermath } from './ending.facts.js';
import { directiveCard } from './views/directive-card.view.js';

const given = specification(directive, aClerk, knowing());
const issued = [aDirective(), aRequest(), anIssue(CITY_Y)] as const;
const reason = '部署有误';
const withdraw = { type: 'WithdrawDirective', data: { reason } } as const;
const revoke = { type: 'RevokeDirective', data: { reason } } as const;
const complete = { type: 'CompleteDirective', data: {} } as const;
const supersede = { type: 'SupersedeDirective', data: { successorId: the('directive', 2), reason } } as const;
const commands: readonly DirectiveCommand[] = [withdraw, revoke, complete, supersede];
const ends: readonly DirectiveEvent[] = [
  { type: 'DirectiveCompleted', data: {} },
  { type: 'DirectiveWithdrawn', data: { reason } },
  { type: 'DirectiveRevoked', data: { reason } },
  { type: 'DirectiveSuperseded', data: { reason, successorId: the('directive', 2) } },
];

const act = { actorId: aClerk.actorId, occurredAt: aClerk.occurredAt, recordedAt: aClerk.occurredAt };
const delivered = receiptStream.evolve.DirectiveDelivered(receiptStream.initial, aDelivery().data, act) as Exclude<
  ReceiptState,
  { is: 'new' }
>;
const after = (is: 'delivered' | 'acknowledged' | 'relayed' | 'returned' | 'closed', childId?: Id<'directive'>) =>
  new Map([[CITY_Y.receiptId, { ...delivered, is, ...(childId && { childId }) }]]);
const aftermath = (receipts: Aftermath['receipts'], children: Aftermath['children'] = new Map()) =>
  knowing({ aftermath: { receipts, children } });

describe('F7: the end of an order', () => {
  it.each(commands)('$type comes after it was issued, and once', (command) => {
    given(aDirective(), aRequest()).when(command).thenRefused('NOT_ISSUED');
    for (const end of ends)
      given(...issued, end)
        .when(command)
        .thenRefused('ALREADY_ENDED');
  });

  it.each(commands)('$type is not for a body beside it or below', (command) => {
    given(...issued)
      .when(command, { orgId: HQ_Y.orgId })
      .thenRefused('NOT_THE_ISSUER');
  });

  it.each([withdraw, revoke, supersede])('$type needs a reason', ({ type, data }) => {
    const { issuer } = aDirective().data;
    const successor: DirectiveState = { ...given(...issued).state(), is: 'issued', issuer } as DirectiveState;
    const succession = { organisations: ORGANISATIONS, successor };
    given(...issued)
      .when({ type, data: { ...data, reason: undefined } } as DirectiveCommand, {}, knowing({ succession }))
      .thenRefused('REASON_MISSING', 'reason');
  });

  it('is no withdrawal once somebody has signed for it: then it is revoked', () => {
    for (const is of ['acknowledged', 'relayed'] as const) {
      given(...issued)
        .when(withdraw, {}, aftermath(after(is)))
        .thenRefused('ACKNOWLEDGED_BY_SOME');
    }
    for (const is of ['delivered', 'returned'] as const) {
      given(...issued)
        .when(withdraw, {}, aftermath(after(is)))
        .then({ type: 'DirectiveWithdrawn', data: { reason } });
    }
    given(...issued)
      .when(revoke)
      .then({ type: 'DirectiveRevoked', data: { reason } });
  });

  it('may come from a body above the issuer in its line', () => {
    const above = the('organisation', 20);
    const organisations = new Map([...ORGANISATIONS, [HQ_J.orgId, orgAt(CITY_Y, { parentId: above })] as const]);
    given(...issued)
      .when(revoke, { orgId: above }, knowing({ succession: { organisations } }))
      .then({ type: 'DirectiveRevoked', data: { reason } });
  });

  it('leaves its place to another directive in force, of the body that says so', () => {
    const successor = given(...issued).state();
    const succession = { organisations: ORGANISATIONS, successor };
    given(...issued)
      .when(supersede, {}, knowing({ succession }))
      .then({ type: 'DirectiveSuperseded', data: { reason, successorId: the('directive', 2) } });
    const wrong = [
      { organisations: ORGANISATIONS },
      { ...succession, successor: given(aDirective()).state() },
      { ...succession, isSame: true },
      { ...succession, successor: given(aDirective({ issuer: HQ_Y }), aRequest(), anIssue(COUNTY_K1)).state() },
    ];
    for (const one of wrong) {
      given(...issued)
        .when(supersede, {}, knowing({ succession: one }))
        .thenRefused('SUCCESSOR_NOT_ISSUED', 'successorId');
    }
  });

  it('leaves nothing to build on, unless it was completed', () => {
    expect(ends.map((end) => published(given(...issued, end).state()) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('shows on its card', () => {
    const id = the('directive');
    const cards = ends.map((end) => rowsAfter(directiveCard, id, ...issued, end).get(id));
    expect(cards.map((card) => [card?.status, card?.endReason, card?.supersededBy?.id])).toEqual([
      ['completed', undefined, undefined],
      ['withdrawn', reason, undefined],
      ['revoked', reason, undefined],
      ['superseded', reason, the('directive', 2)],
    ]);
    expect(cards.every((card) => card?.endedAt !== undefined)).toBe(true);
  });
});

describe('completing', () => {
  const child = the('directive', 8);
  const completed = given(...issued, ends[0] ?? aRequest()).state();

  it('D3: waits for what was issued on its basis, passed on or deployed, unless it was taken back', () => {
    const below = (...events: DirectiveEvent[]) =>
      aftermath(after('acknowledged'), new Map([[child, given(...issued, ...events).state()]]));
    given(...issued)
      .when(complete, {}, below())
      .thenRefused('CHILD_NOT_DONE');
    for (const end of ends)
      given(...issued)
        .when(complete, {}, below(end))
        .then({ type: 'DirectiveCompleted', data: {} });
  });

  it('waits for each recipient to sign', () => {
    const no = (known: ReturnType<typeof knowing>) =>
      given(...issued)
        .when(complete, {}, known)
        .thenRefused('RECIPIENT_NOT_DONE', 'recipients', CITY_Y.orgId);
    no(aftermath(new Map()));
    no(aftermath(after('delivered')));
    no(aftermath(after('returned')));
    const yes = [
      aftermath(after('acknowledged')),
      aftermath(after('closed')),
      aftermath(after('relayed', child), new Map([[child, completed]])),
    ];
    for (const known of yes)
      given(...issued)
        .when(complete, {}, known)
        .then({ type: 'DirectiveCompleted', data: {} });
  });

  it('D1: waits for each recipient to sign the text as it stands, also before an amendment has reached them', () => {
    const amended = (is: 'acknowledged' | 'relayed' | 'closed', textVersion: number) =>
      aftermath(new Map([[CITY_Y.receiptId, { ...delivered, is, held: { ...delivered.held, textVersion } }]]));
    for (const is of ['acknowledged', 'relayed'] as const) {
      given(...issued, anAmendment())
        .when(complete, {}, amended(is, 1))
        .thenRefused('RECIPIENT_NOT_DONE', 'recipients', CITY_Y.orgId);
      given(...issued, anAmendment())
        .when(complete, {}, amended(is, 2))
        .then({ type: 'DirectiveCompleted', data: {} });
    }
    given(...issued, anAmendment())
      .when(complete, {}, amended('closed', 1))
      .then({ type: 'DirectiveCompleted', data: {} });
  });

  it('D3: waits for what its clause map asks for', () => {
    const about = { directiveId: the('directive', 7), clause: '2' };
    const clauseMap = [{ ...about, how: 'exempted' as const, reason: '本市无口岸' }];
    const asking = [aDirective({ ...aContent({ clauseMap }) }), aRequest(), anIssue(CITY_Y)] as const;
    const known = aftermath(after('acknowledged'));
    given(...asking)
      .when(complete, {}, known)
      .thenRefused('REQUEST_OPEN', 'clauseMap', '0');
    given(...asking, { type: 'ExemptionRefused', data: { ...about, reason } })
      .when(complete, {}, known)
      .thenRefused('REQUEST_OPEN', 'clauseMap', '0');
    given(...asking, { type: 'ClauseExempted', data: { ...about, reason } })
      .when(complete, {}, known)
      .then({ type: 'DirectiveCompleted', data: {} });
  });

  it('reads the receipts, and what was issued on its basis', async () => {
    const deployed = the('directive', 9);
    const log = aLog({
      [CITY_Y.receiptId]: [
        aDelivery(),
        anAcknowledgement(),
        { type: 'DirectiveRelayed', data: { childId: child, issuer: HQ_Y, recipients: [COUNTY_K1] } },
      ],
      [child]: [...issued],
      [deployed]: [aDirective()],
    });
    const noted = { type: 'ChildRecorded', data: { childId: deployed } } as const;
    const own = { stream: the('directive'), state: () => Promise.resolve(given(...issued, noted).state()) };
    const { receipts, children } = await directive.facts.CompleteDirective(log, {}, own, aClerk);
    expect([...receipts.values()].map(({ is }) => is)).toEqual(['relayed']);
    expect([...children.values()].map(({ is }) => is)).toEqual(['draft', 'issued']);
  });
});
