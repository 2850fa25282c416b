import type { Id } from '#kernel';
import { BadCursor, type Looking, type Page, type Views as AllViews } from '#platform/views';
import type { DirectiveCard } from '../directive/views/directive.row.js';
import { directiveCard } from '../directive/views/directive-card.view.js';
import { lastMomentOf, versionAt } from '../directive/views/text-versions.js';
import { pairsOf } from './clause-pairs.js';
import { differenceShown, kindOf, type ClauseDifference, type ClausePair } from './views/difference.row.js';

type Views = Pick<AllViews, 'get' | 'many'>;

/** Which directive, and which of those that it is based on. */
interface Between {
  readonly directiveId: Id<'directive'>;
  readonly parentId: Id<'directive'>;
}

/** Two texts that are compared, clause by clause. */
interface Compared {
  readonly pairs: readonly ClausePair[];
  readonly parentVersion: number;
  readonly textVersion: number;
}

const NOTHING: Compared = { pairs: [], parentVersion: 1, textVersion: 1 };

/** The parent with the text on which this child was written. */
const parentThen = async (
  views: Views,
  parent: DirectiveCard,
  { textVersions }: DirectiveCard,
  looking: Looking,
): Promise<DirectiveCard | undefined> => {
  const version = versionAt(parent, textVersions.at(-1)?.writtenAt ?? '')?.textVersion;
  const moment = version === undefined ? undefined : lastMomentOf(parent, version);
  return moment === undefined
    ? parent
    : views.get(directiveCard, parent.id, { ...looking, asOf: { recordedAt: moment } });
};

/** What each directive made of a parent; nothing where either is not to be seen, or it is no parent of the other. */
const compared = async (views: Views, all: readonly Between[], looking: Looking): Promise<readonly Compared[]> => {
  const ids = new Set(all.flatMap(({ directiveId, parentId }) => [directiveId, parentId]));
  const cards = await views.many(directiveCard, [...ids], looking);
  const one = async ({ directiveId, parentId }: Between): Promise<Compared> => {
    const [child, parent] = [cards.get(directiveId), cards.get(parentId)];
    const isBasis = child?.bases.some(({ directive }) => directive?.id === parentId) ?? false;
    const theirs = child && parent && isBasis ? await parentThen(views, parent, child, looking) : undefined;
    if (!child || !theirs) return NOTHING;
    const map = child.clauseMap.filter(({ directive }) => directive.id === parentId);
    return {
      pairs: pairsOf(theirs.clauses, child.clauses, map),
      ...{ parentVersion: theirs.textVersion, textVersion: child.textVersion },
    };
  };
  return Promise.all(all.map(one));
};

/**
 * Whether each directive says otherwise than its parent did, in the order asked for: read together, and told by the same comparison as
 * the clauses one by one. Undefined where there is nothing to compare.
 */
export const textsChanged = async (
  views: Views,
  all: readonly Between[],
  looking: Looking,
): Promise<readonly (boolean | undefined)[]> => {
  const found = all.length > 0 ? await compared(views, all, looking) : [];
  return found.map(({ pairs }) => (pairs.length > 0 ? pairs.some((pair) => kindOf(pair) !== 'same') : undefined));
};

/** A page of the clauses of a parent beside those of a child; the words are compared only of the clauses of the page. */
export const pageOfDifferences = async (
  views: Views,
  between: Between,
  { first, after }: { readonly first: number; readonly after?: string },
  looking: Looking,
): Promise<{ readonly page: Page<ClauseDifference>; readonly total: number }> => {
  const [{ pairs, ...versions } = NOTHING] = await compared(views, [between], looking);
  const start = after === undefined ? 0 : pairs.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) throw new BadCursor('clause differences');
  const edges = pairs
    .slice(start, start + first)
    .map((pair) => ({ cursor: pair.id, node: differenceShown(pair, versions) }));
  return { page: { edges, hasNextPage: start + first < pairs.length }, total: pairs.length };
};
