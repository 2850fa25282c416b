import { idOf, uuidOf, type Id, type ViewOf } from '#kernel';
import { BadCursor, type Looking, type Page, type Views, type Where } from '#platform/views';
import type { CascadeRows, Hop } from './views/cascade.js';
import { cascadeLink, type CascadeLink } from './views/cascade-link.view.js';
import { directiveCard, type DirectiveCard } from '../directive/views/directive-card.view.js';
import { receiptCard, type ReceiptCard } from '../receipt/views/receipt-card.view.js';

/** Every row, page by page. */
const all = async <Row extends object>(
  views: Views,
  view: ViewOf<Row>,
  where: Where<Row>,
  looking: Looking,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page: Page<Row> = await views.page(view, { first: 100, where, ...(after && { after }) }, looking);
    rows.push(...page.edges.map(({ node }) => node));
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return rows;
};

/** The rows that the cascade of a directive is made of, level by level, as far as the reader may see them. */
export const cascadeRows = async (views: Views, root: Id, looking: Looking): Promise<CascadeRows> => {
  const directives = new Map<string, DirectiveCard>();
  const links: CascadeLink[] = [];
  const receipts: ReceiptCard[] = [];
  for (let level: readonly Id[] = [root]; level.length > 0;) {
    const cards = await views.many(directiveCard, level, looking);
    for (const [id, card] of cards) directives.set(id, card);
    const here = [...cards.values()].map(({ id }) => idOf('directive', uuidOf(id)));
    if (here.length === 0) break;
    receipts.push(...(await all(views, receiptCard, { directiveId: here }, looking)));
    const below = await all(views, cascadeLink, { parentId: here }, looking);
    links.push(...below);
    level = [...new Set(below.map(({ childId }) => childId))].filter((id) => !directives.has(id));
  }
  // Rows come newest first; a cascade is told in the order in which things were sent.
  return { directives, links, receipts: receipts.reverse() };
};

/** A page of hops; a cursor is the hop's own id, so it stays good while the cascade grows. */
export const pageOfHops = <H extends Pick<Hop, 'id'>>(
  hops: readonly H[],
  { first, after }: { readonly first: number; readonly after?: string },
): Page<H> => {
  const start = after === undefined ? 0 : hops.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) throw new BadCursor('cascade');
  return {
    edges: hops.slice(start, start + first).map((node) => ({ cursor: node.id, node })),
    hasNextPage: hops.length > start + first,
  };
};
