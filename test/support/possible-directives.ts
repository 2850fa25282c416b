import { evolve, type Message, type StateSource } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { aContent, aDraft } from '../../libs/contexts/directives/content/content.examples.js';
import { directive } from '../../libs/contexts/directives/directive/directive.decider.js';
import {
  aDirective,
  anAsking,
  anIssue,
  aRequest,
} from '../../libs/contexts/directives/directive/directive.examples.js';
import type { DirectiveState } from '../../libs/contexts/directives/directive/directive.standing.js';
import {
  aClerk,
  CITY_Y,
  COUNTY_K1,
  COUNTY_K3,
  GONE,
  HQ_ELSEWHERE,
  HQ_J,
  HQ_Y,
  the,
} from '../../libs/contexts/directives/directives.examples.js';
import { aDelivery, anAcknowledgement } from '../../libs/contexts/directives/receipt/receipt.examples.js';

export const OWN = the('directive');
const [ABOVE, ELSEWHERE, SUCCESSOR, BEARER] = [
  the('directive', 7),
  the('directive', 8),
  the('directive', 9),
  the('directive', 10),
];
const NUMBER = 'Q政发〔2022〕3号';

const body = (at: typeof HQ_Y, more: object = {}) => ({
  type: 'OrgCreated',
  data: { orgKind: 'headquarters', territoryLevel: 'city', ...at, ...more },
});
const duty = {
  ...{ matter: 'A check', step: 'At the exit', requiredParties: ['unit'], clause: { directiveId: OWN } },
  ...{ territoryId: HQ_Y.territoryId, territoryPath: HQ_Y.territoryPath },
};
const inForce = (issuer: typeof HQ_Y, to = COUNTY_K1, more = {}) => [
  aDirective({ issuer, ...more }),
  aRequest(),
  anIssue(to),
];

/** Two parents of the directive of City Y, what may take its place, and one of its body that has its number already. */
const log = aLog({
  [HQ_J.orgId]: [body(HQ_J, { territoryLevel: 'province' })],
  [HQ_Y.orgId]: [body(HQ_Y, { parentId: HQ_J.orgId })],
  [HQ_ELSEWHERE.orgId]: [body(HQ_ELSEWHERE)],
  [COUNTY_K1.orgId]: [body(COUNTY_K1)],
  [COUNTY_K3.orgId]: [body(COUNTY_K3)],
  [GONE]: [body(HQ_Y), { type: 'OrgDissolved', data: { dissolvedAt: aClerk.occurredAt, reason: 'Merged' } }],
  [ABOVE]: inForce(HQ_J, CITY_Y),
  [ELSEWHERE]: inForce(HQ_ELSEWHERE, CITY_Y),
  [SUCCESSOR]: inForce(HQ_Y),
  [BEARER]: inForce(HQ_Y, COUNTY_K1, { number: NUMBER }),
  [COUNTY_K1.receiptId]: [aDelivery()],
  [COUNTY_K3.receiptId]: [aDelivery(), anAcknowledgement()],
  [the('dutyPoint')]: [
    { type: 'DutyPointDefined', data: duty },
    { type: 'GapDetected', data: { kind: 'no-holder', party: 'unit' } },
  ],
});

export const world: StateSource = {
  state: (of, stream) => log.state(of, stream),
  claims: () =>
    Promise.resolve([
      { by: BEARER, seenBy: { territory: '', orgs: [] }, occurredAt: aClerk.occurredAt, underWay: false },
    ]),
};

const [first] = aContent().clauses;
const entry = (directiveId: typeof ABOVE, clause: string, how: 'adopted' | 'exempted' | 'later', reason?: string) => ({
  ...{ directiveId, clause, how },
  ...(how === 'exempted' ? {} : { by: clause }),
  ...(reason && { reason }),
});
const ADOPTED = [ABOVE, ELSEWHERE].flatMap((id) => ['1', '2'].map((clause) => entry(id, clause, 'adopted')));
const ASKS = [
  entry(ABOVE, '1', 'exempted', '本市无口岸'),
  entry(ABOVE, '2', 'later', '运力不足'),
  entry(ELSEWHERE, '1', 'exempted', '本市无口岸'),
  entry(ELSEWHERE, '2', 'adopted'),
];
const bases = [{ directiveId: ABOVE }, { directiveId: ELSEWHERE }];
const child = (more: Parameters<typeof aDirective>[0] = {}) =>
  aDirective({ issuer: HQ_Y, bases, clauseMap: ADOPTED, ...more });
const due = { rule: 'by' as const, at: '2022-03-20T16:00:00.000Z' };
const later = { clause: '2', how: 'later' as const, by: '2', reason: '运力不足', due };
const asked = (clause: Parameters<typeof anAsking>[0], of = ABOVE, issuer = HQ_J): Message => {
  const { type, data } = anAsking(clause);
  return { type, data: { ...data, directiveId: of, orgId: issuer.orgId } };
};
const asking = [
  child({ clauseMap: ASKS }),
  asked({ clause: '1', how: 'exempted', reason: '本市无口岸' }),
  asked({ clause: '1', how: 'exempted', reason: '本市无口岸' }, ELSEWHERE, HQ_ELSEWHERE),
] as const;
const ruled = (type: string, clause: string) => ({ type, data: { directiveId: ABOVE, clause, reason: '情况属实' } });
const issued = [aRequest(), anIssue(COUNTY_K1)] as const;
const reason = '部署有误';

const pasts: readonly (readonly Message[])[] = [
  [child()],
  [child({ clauses: [], clauseMap: [] })],
  [child({ clauses: first ? [first, { key: '2', number: '', order: 2, text: '要值班' }] : [] })],
  [aDirective({ issuer: HQ_Y }), ...issued],
  asking,
  [...asking, ruled('ClauseExempted', '1'), ruled('LaterDueRefused', '2')],
  [child({ clauseMap: ADOPTED.slice(1) })],
  [child(), aRequest()],
  [child({ number: NUMBER }), aRequest()],
  [child({ issuer: { ...HQ_Y, orgId: GONE } }), ...issued],
  [child({ issuer: { ...HQ_Y, orgId: GONE } }), aRequest()],
  [child(), ...issued],
  [child(), aRequest(), anIssue(COUNTY_K3)],
  [child(), aRequest(), anIssue(COUNTY_K3), { type: 'DutyRecorded', data: { dutyPointId: the('dutyPoint') } }],
  [child(), aRequest(), anIssue(COUNTY_K3), { type: 'ChildRecorded', data: { childId: SUCCESSOR } }],
  [child(), ...issued, asked(later)],
  [child(), ...issued, asked(later), ruled('LaterDueGranted', '2')],
  [child(), ...issued, { type: 'BasisAmended', data: { directiveId: ABOVE, textVersion: 2, clauses: ['2'] } }],
  [...asking, ...issued],
  [...asking, ...issued, { type: 'DirectiveCompleted', data: {} }],
  [child(), ...issued, { type: 'DirectiveRevoked', data: { reason } }],
];
const after = (past: readonly Message[]) =>
  past.reduce<DirectiveState>((state, event) => evolve(directive, state, event, actOf(aClerk)), directive.initial);

/** As it can stand; one is of an import that nobody has confirmed. */
export const states: readonly DirectiveState[] = [
  ...pasts.map(after),
  { ...after([child()]), importId: the('import') } as DirectiveState,
];

const drafted = { ...aDraft({ bases, clauseMap: ADOPTED }), clauses: aDraft().clauses };
const ruling = [ABOVE, ELSEWHERE].flatMap((directiveId) =>
  ['1', '2', '9'].flatMap((clause) => [
    { directiveId, clause, reason: '情况属实' },
    { directiveId, clause },
  ]),
);
const amended = { text: '修订后的全文', clauses: aDraft().clauses, declared: [], clauseMap: ADOPTED };
const without = ['1', '2'].map((clause) => ({ clause, reason }));
const SAID: Readonly<Record<string, readonly object[]>> = {
  SubmitForSignOff: [{}],
  IssueDirective: [{ recipients: [{ orgId: COUNTY_K1.orgId, receiptId: COUNTY_K1.receiptId }] }, { recipients: [] }],
  ...{ ExemptClause: ruling, RefuseExemption: ruling, GrantLaterDue: ruling, RefuseLaterDue: ruling },
  AskLaterDue: [
    { directiveId: ABOVE, clause: '2', by: '2', due, reason },
    { directiveId: ABOVE, clause: '9', by: '2', due, reason },
  ],
  CompleteDirective: [{}, { withoutDuty: without }, { withoutDuty: [{ clause: '9', reason }] }],
  WithdrawDirective: [{ reason }, {}],
  RevokeDirective: [{ reason }, {}],
  SupersedeDirective: [SUCCESSOR, ABOVE, OWN].map((successorId) => ({ successorId, reason })),
};
const withRevision: Readonly<Record<string, object>> = {
  EditDraft: drafted,
  AmendDirective: { ...amended, reason },
};

export const SAYS = [...Object.keys(SAID), ...Object.keys(withRevision)];

/** What can be said of a directive that stands like this; an edit starts from its text, and from another one. */
export const said = (type: string, state: unknown): readonly unknown[] => {
  const edit = withRevision[type];
  // The states of this scene are those of directives.
  const there = state as DirectiveState;
  const revision = there.is === 'new' ? 1 : there.textVersion;
  return edit
    ? [revision, revision + 1].map((expectedRevision) => ({ ...edit, expectedRevision }))
    : (SAID[type] ?? []);
};
