import type { Id } from '#kernel';
import { BadCursor, type Looking, type Page, type Views as AllViews } from '#platform/views';
import { hopsAt, type Hop } from './views/cascade.js';
import { placesOf, type Place } from './views/cascade-places.js';
import { cascadeView } from './views/cascade.view.js';
import { type CascadeDirective, type CascadeReceipt } from './views/cascade.row.js';

type Views = Pick<AllViews, 'many'>;

/** The directives at and below one, level by level and by key, as far as the reader may see them. */
const directivesBelow = async (views: Views, root: Id<'directive'>, looking: Looking) => {
  const directives = new Map<string, CascadeDirective>();
  for (let level: readonly Id<'directive'>[] = [root]; level.length > 0;) {
    const rows = await views.many(cascadeView, level, looking);
    const here = [...rows.values()].filter((row) => row.of === 'directive');
    for (const row of here) directives.set(row.id, row);
    level = [...new Set(here.flatMap(({ children }) => children))].filter((id) => !directives.has(id));
  }
  return directives;
};

const receiptsBy = async (views: Views, ids: readonly Id<'receipt'>[], looking: Looking) => {
  const rows = ids.length > 0 ? await views.many(cascadeView, [...new Set(ids)], looking) : new Map<string, never>();
  return [...rows].filter((entry): entry is [string, CascadeReceipt] => entry[1].of === 'receipt');
};

/**
 * The receipts that these places show. Whether a directive has a hop of its own is most often told by the first of its receipts;
 * the others are read only where the reader may not see that one.
 */
const receiptsAt = async (views: Views, places: readonly Place[], looking: Looking) => {
  const first = new Map(
    await receiptsBy(
      views,
      places.flatMap(({ receipts }) => receipts.slice(0, 1)),
      looking,
    ),
  );
  const open = places.filter(
    ({ receipts }) => receipts.length > 1 && !receipts.slice(0, 1).some((id) => first.has(id)),
  );
  const others = await receiptsBy(
    views,
    open.flatMap(({ receipts }) => receipts.slice(1)),
    looking,
  );
  return new Map([...first, ...others]);
};

/** Places that most likely give this many hops: a directive that went to somebody seldom has one of its own. */
const likely = (places: readonly Place[], hops: number): readonly Place[] => {
  const ends = places.flatMap(({ recipientId, receipts }, at) =>
    recipientId || receipts.length === 0 ? [at + 1] : [],
  );
  return places.slice(0, ends[hops - 1]);
};

/** A page of the cascade below a directive; a cursor is the hop's own id, so it stays good while the cascade grows. */
export const pageOfCascade = async (
  views: Views,
  root: Id<'directive'>,
  { first, after }: { readonly first: number; readonly after?: string },
  looking: Looking,
): Promise<Page<Hop>> => {
  const places = placesOf(root, await directivesBelow(views, root, looking));
  const start = after === undefined ? 0 : places.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) throw new BadCursor('cascade');
  const hops: Hop[] = [];
  for (let from = start; from < places.length && hops.length <= first;) {
    const some = likely(places.slice(from), first + 1);
    hops.push(...hopsAt(some, await receiptsAt(views, some, looking)));
    from += some.length;
  }
  return {
    edges: hops.slice(0, first).map((node) => ({ cursor: node.id, node })),
    hasNextPage: hops.length > first,
  };
};
