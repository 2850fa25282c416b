import type { Act, Id } from '#kernel';
import type { Content } from '../content/content.schema.js';
import { askedOf, isSameAsk } from './request.rules.js';
import type { AskedClause, Request } from './request.shape.js';
import { isAbout, ruled, stillStanding, type Requested, type Ruling } from './requests.js';

/** What a directive in force asks of the issuer of a parent before its text says so: it is amended once that is granted (D2). */
export interface AskedAhead {
  readonly directiveId: Id<'directive'>;
  readonly asked: AskedClause;
  /** Who asks, and in whose name. */
  readonly askers: readonly Act['actorId'][];
  readonly granted?: boolean;
}

const isSaid = (content: Content, { directiveId, asked }: Pick<AskedAhead, 'directiveId' | 'asked'>): boolean =>
  askedOf(content, directiveId).some((one) => isSameAsk(one, asked));

/** What is asked about this clause before the text says so. */
export const aheadAbout = (ahead: readonly AskedAhead[], about: Requested): AskedAhead | undefined =>
  ahead.find(({ directiveId, asked }) => isAbout(about)({ directiveId, clause: asked.clause }));

/** What is asked ahead after a request: everything in it that the text does not say. What was asked so before keeps its ruling. */
export const aheadAfter = (
  { ahead, content }: { readonly ahead: readonly AskedAhead[]; readonly content: Content },
  { directiveId, clauses }: Request,
  askers: readonly Act['actorId'][],
): readonly AskedAhead[] => [
  ...ahead.filter((one) => one.directiveId !== directiveId),
  ...clauses
    .filter((asked) => !isSaid(content, { directiveId, asked }))
    .map((asked) => {
      const known = aheadAbout(ahead, { directiveId, clause: asked.clause });
      return known && isSameAsk(known.asked, asked) ? known : { directiveId, asked, askers };
    }),
];

/** The same, once the issuer of the parent has ruled on it. */
export const ruledAhead = (ahead: readonly AskedAhead[], about: AskedAhead, granted: boolean): readonly AskedAhead[] =>
  ahead.map((one) => (one === about ? { ...one, granted } : one));

/** What still waits to be said by a text: what was refused is over when the text is written anew. */
export const stillAhead = (ahead: readonly AskedAhead[], content: Content): readonly AskedAhead[] =>
  ahead.filter((one) => one.granted !== false && !isSaid(content, one));

/** The rulings that stand for an amended text: those on exactly what it asks, before and ahead of it. */
export const rulingsFor = (
  state: { readonly rulings: readonly Ruling[]; readonly ahead: readonly AskedAhead[]; readonly content: Content },
  content: Content,
): readonly Ruling[] =>
  state.ahead
    .filter((one) => one.granted === true && isSaid(content, one))
    .reduce(
      (rulings, { directiveId, asked: { clause } }) => ruled(rulings, { directiveId, clause, granted: true }),
      stillStanding(state.rulings, state.content, content),
    );
