import type { Id } from '#kernel';
import type { Looking, Views as AllViews } from '#platform/views';
import { directiveCard } from '../directive/views/directive-card.view.js';
import { pageOfCascade } from './cascade.loader.js';

type Views = Pick<AllViews, 'page' | 'many'>;

/** How far an order came, of the bodies that it went to at all levels. */
interface CascadeReach {
  readonly directiveId: Id<'directive'>;
  readonly issuerId: Id<'organisation'>;
  readonly issuedAt?: string | undefined;
  readonly bodies: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly passedOn: number;
}

/** More bodies than these are not counted. */
const MOST = 1_000;

/** The newest orders in force, and how far each came: counted of the same hops that its cascade shows. */
export const latestCascades = async (views: Views, looking: Looking): Promise<readonly CascadeReach[]> => {
  const { edges } = await views.page(directiveCard, { first: 4, where: { status: 'issued' } }, looking);
  const reach = async ({ directiveId, ...order }: Pick<CascadeReach, 'directiveId' | 'issuerId' | 'issuedAt'>) => {
    const { edges: hops } = await pageOfCascade(views, directiveId, { first: MOST }, looking);
    const bodies = hops.map(({ node }) => node).filter(({ recipientId }) => recipientId !== undefined);
    const known = (field: 'deliveredAt' | 'acknowledgedAt' | 'relayedAt') =>
      bodies.filter((hop) => hop[field] !== undefined).length;
    return {
      ...{ directiveId, ...order, bodies: bodies.length, delivered: known('deliveredAt') },
      ...{ acknowledged: known('acknowledgedAt'), passedOn: known('relayedAt') },
    };
  };
  return Promise.all(
    edges.map(({ node: { id, issuerId, issuedAt } }) =>
      reach({ directiveId: id as Id<'directive'>, issuerId, issuedAt }),
    ),
  );
};
