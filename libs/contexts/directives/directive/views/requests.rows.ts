import type { DataOf, Ref } from '#kernel';
import type { DirectiveEvent } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';

type Entry = DirectiveCard['clauseMap'][number];
export type Ruled = DataOf<DirectiveEvent, 'ClauseExempted'>;

export const REQUEST_OF = {
  ClauseExempted: 'granted',
  LaterDueGranted: 'granted',
  ExemptionRefused: 'refused',
  LaterDueRefused: 'refused',
} as const;

const asksSomething = ({ request }: Entry): boolean => request !== undefined;

const OPEN: readonly string[] = ['draft', 'registered', 'signOffPending', 'issued'];

/** The parents of whose issuers something is asked that they have not ruled on, as long as they may. */
export const askedIn = ({
  status,
  clauseMap,
  askedAhead,
}: Pick<DirectiveCard, 'status' | 'clauseMap' | 'askedAhead'>): string[] => {
  if (!OPEN.includes(status)) return [];
  const open = [...clauseMap, ...askedAhead].filter(({ request }) => request === 'requested');
  return [...new Set(open.map(({ directive }) => directive.id))];
};

/** A card after the issuer of a parent ruled on what its clause map asks for. */
export const ruledOn =
  (type: keyof typeof REQUEST_OF) =>
  (card: DirectiveCard | undefined, ruled: Ruled): DirectiveCard | undefined => {
    if (!card) return undefined;
    const { directiveId, clause, reason } = ruled;
    const isIt = (one: { readonly directive: Ref; readonly clause: string }) =>
      one.directive.id === directiveId && one.clause === clause;
    // A ruling is about what was asked last.
    if (isOnLater(type) && card.askedAhead.some(isIt)) {
      const said = { request: REQUEST_OF[type], ruling: reason };
      return { ...card, askedAhead: card.askedAhead.map((one) => (isIt(one) ? { ...one, ...said } : one)) };
    }
    return {
      ...card,
      clauseMap: card.clauseMap.map((entry) =>
        asksSomething(entry) && isIt(entry) ? { ...entry, request: REQUEST_OF[type], ruling: reason } : entry,
      ),
    };
  };

const isOnLater = (type: keyof typeof REQUEST_OF): boolean => type === 'LaterDueGranted' || type === 'LaterDueRefused';

const asked = ({ clauseMap, clauses }: Pick<DirectiveCard, 'clauseMap' | 'clauses'>, { directive, clause }: Entry) =>
  JSON.stringify(
    clauseMap
      .filter((other) => other.directive.id === directive.id && other.clause === clause)
      .map(({ how, by, reason }) => [how, by, reason, clauses.find(({ key }) => key === by)?.due]),
  );

type Asking = Pick<DirectiveCard, 'clauseMap' | 'clauses'>;

/** The clause map of an edited text: a ruling stays where exactly the same is asked for. */
export const stillRuled = (before: Asking, after: Asking): DirectiveCard['clauseMap'] =>
  after.clauseMap.map((entry) => {
    const old = before.clauseMap.find(
      ({ directive, clause, how }) =>
        directive.id === entry.directive.id && clause === entry.clause && how === entry.how,
    );
    return old && asked(before, entry) === asked(after, entry) ? old : entry;
  });
