import { idOf, ref, uuidOf, viewOf, type Happening, type Id } from '#kernel';
import { directiveEvents } from '../directive.events.js';
import type { Request } from '../request.shape.js';
import type { DirectiveRequest } from './directive-request.row.js';
import { REQUEST_OF, type Ruled } from './requests.rows.js';

type Row = DirectiveRequest | undefined;
type Clause = DirectiveRequest['clauses'][number];

const keyOf = (child: Id, parent: Id): string => `${child}/${parent}`;

const isOpen = (clauses: readonly Clause[]): boolean => clauses.some(({ status }) => status === 'requested');

const asked = ({ clause, how, reason, due }: Omit<Clause, 'status'>): string =>
  JSON.stringify([clause, how, reason, due]);

const RULED = { true: 'granted', false: 'refused' } as const;

/** A ruling stays where exactly the same is asked for; one that was given before requests were kept, they bring along. */
const shown = ({ clauses }: Request, before: Row): Clause[] =>
  clauses.map(({ granted, ...one }) => {
    const old = before?.clauses.find((other) => asked(other) === asked(one));
    const said = granted === undefined ? 'requested' : RULED[`${granted}`];
    return { ...one, status: old?.status ?? said, ...(old?.ruling !== undefined && { ruling: old.ruling }) };
  });

const made = (before: Row, request: Request, at: Happening): DirectiveRequest => {
  const { directiveId, orgId, issuer } = request;
  const childId = idOf('directive', uuidOf(at.stream));
  const now = shown(request, before);
  return {
    id: keyOf(childId, directiveId),
    ...{ child: ref(childId), parent: ref(directiveId), askedBy: ref(issuer.orgId), askedOf: ref(orgId) },
    ...{ askedAt: at.occurredAt, open: isOpen(now), clauses: now },
    ...{ childId, parentId: directiveId, rulerId: orgId },
    territoryPath: issuer.territoryPath,
    orgs: [issuer.orgId, orgId],
  };
};

const ruledOn =
  (type: keyof typeof REQUEST_OF) =>
  (row: Row, { clause, reason }: Ruled): Row => {
    if (!row) return undefined;
    const clauses = row.clauses.map((one) =>
      one.clause === clause ? { ...one, status: REQUEST_OF[type], ruling: reason } : one,
    );
    return { ...row, clauses, open: isOpen(clauses) };
  };

/**
 * What a child asks of the issuer of one parent: theirs to see and to rule on wherever the child stands, and nothing else of it. The
 * row goes when nothing is asked any more, and stays in the past.
 */
export const directiveRequest = viewOf<DirectiveRequest, typeof directiveEvents>({
  name: 'directive_request',
  version: 2,
  of: directiveEvents,
  key: ({ data }, { stream }) => ('directiveId' in data ? keyOf(stream, data.directiveId) : stream),
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  indexes: ['childId', 'parentId', 'rulerId', 'open', 'askedAt'],
  on: {
    RequestMade: made,
    RequestDropped: () => undefined,
    ClauseExempted: ruledOn('ClauseExempted'),
    ExemptionRefused: ruledOn('ExemptionRefused'),
    LaterDueGranted: ruledOn('LaterDueGranted'),
    LaterDueRefused: ruledOn('LaterDueRefused'),
    DirectiveDrafted: 'ignore',
    DirectiveImported: 'ignore',
    DraftEdited: 'ignore',
    SignOffRequested: 'ignore',
    DirectiveIssued: 'ignore',
    DirectiveAmended: 'ignore',
    ChildRecorded: 'ignore',
    DutyRecorded: 'ignore',
    BasisAmended: 'ignore',
    BasisImplemented: 'ignore',
    DirectiveCompleted: 'ignore',
    DirectiveWithdrawn: 'ignore',
    DirectiveRevoked: 'ignore',
    DirectiveSuperseded: 'ignore',
  },
});
