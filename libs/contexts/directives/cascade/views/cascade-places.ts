import type { Id } from '#kernel';
import type { CascadeDirective } from './cascade.row.js';

/** What the walk down needs of a directive; one that the reader may not see is not walked to. */
export type Directive = Pick<CascadeDirective, 'id' | 'issuerId' | 'issuedAt' | 'statedOn' | 'recipients' | 'children'>;
export type Directives = ReadonlyMap<string, Directive>;

/** Where a hop stands, known without what became of it: the directive itself, or the directive on its way to one recipient. */
export interface Place {
  readonly id: string;
  readonly depth: number;
  readonly directiveId: Id<'directive'>;
  readonly parentId?: Id<'directive'> | undefined;
  readonly recipientId?: Id<'organisation'>;
  /** The receipt of this recipient; at the directive's own place all of its receipts, in whose stead it is shown. */
  readonly receipts: readonly Id<'receipt'>[];
  readonly issuedAt?: string | undefined;
  /** When the recipient issued a directive of its own on it. */
  readonly passedOnAt?: string | undefined;
  /** That directive; of one that went to nobody here, the first that carries it on. */
  readonly passedOnAs?: Id<'directive'> | undefined;
  /** An instant of the day that "the same day" means: the root's; undefined when nobody knows it. */
  readonly day?: string | undefined;
}

/** Where the walk is: the directive, the one above it, and how deep. */
interface Step {
  readonly id: Id<'directive'>;
  readonly above?: Id<'directive'>;
  readonly depth: number;
}

/**
 * The places below a directive, depth first: each recipient is followed by what it made of the directive. A directive with several
 * bases is shown once, below the nearest.
 */
export const placesOf = (root: Id<'directive'>, directives: Directives): readonly Place[] => {
  const seen = new Set<string>([root]);
  const day = dayOf(directives.get(root), directives);

  const walk = ({ id, above, depth }: Step): readonly Place[] => {
    const directive = directives.get(id);
    if (!directive) return [];
    const { recipients, issuedAt } = directive;
    const below = nextBelow(directive, directives).filter((child) => !seen.has(child.id));
    for (const child of below) seen.add(child.id);
    const down = (children: readonly Directive[]) =>
      children.flatMap((child) => walk({ id: child.id, above: id, depth: depth + 1 }));

    const place = { depth, directiveId: id, parentId: above, issuedAt, day };
    const hops = recipients.flatMap(({ orgId, receiptId }) => {
      const theirs = below.filter(({ issuerId }) => issuerId === orgId);
      const about = { id: `${id} ${orgId}`, recipientId: orgId, receipts: [receiptId] };
      const [made] = theirs;
      return [{ ...place, ...about, passedOnAt: made?.issuedAt, passedOnAs: made?.id }, ...down(theirs)];
    });
    const others = below.filter(({ issuerId }) => !recipients.some(({ orgId }) => orgId === issuerId));
    const receipts = recipients.map(({ receiptId }) => receiptId);
    const own = { ...place, id, receipts, ...(recipients.length === 0 && { passedOnAs: others[0]?.id }) };
    return [own, ...hops, ...down(others)];
  };
  return walk({ id: root, depth: 0 });
};

/**
 * The day of the root: the one that its text gives, before the one on which it was issued here. Of an import whose day nobody knows,
 * the first issue below tells, for all levels alike: it was there by then.
 */
const dayOf = (root: Directive | undefined, directives: Directives): string | undefined =>
  root?.statedOn ??
  root?.issuedAt ??
  [...directives.values()].flatMap(({ issuedAt }) => issuedAt ?? []).reduce<string | undefined>(earlier, undefined);

const earlier = (one: string | undefined, other: string): string => (one === undefined || other < one ? other : one);

/** The children of a directive, without those that one of the others leads to: C23 cites every level above. */
const nextBelow = (directive: Directive, directives: Directives): readonly Directive[] => {
  const children = childrenOf(directive, directives);
  const further = new Set(
    children.flatMap(({ id }) => [...reachedFrom(id, directives)].filter((other) => other !== id)),
  );
  return children.filter(({ id }) => !further.has(id));
};

/** Every directive below this one, itself only where they run in a circle. */
const reachedFrom = (from: Id<'directive'>, directives: Directives): ReadonlySet<Id<'directive'>> => {
  const reached = new Set<Id<'directive'>>();
  for (let level: readonly Id<'directive'>[] = [from]; level.length > 0;) {
    const next = level.flatMap((id) => directives.get(id)?.children ?? []);
    level = [...new Set(next)].filter((id) => directives.has(id) && !reached.has(id));
    for (const id of level) reached.add(id);
  }
  return reached;
};

const childrenOf = ({ children }: Directive, directives: Directives): readonly Directive[] =>
  [...new Set(children)]
    .flatMap((id) => directives.get(id) ?? [])
    .sort((one, other) => (one.issuedAt ?? '').localeCompare(other.issuedAt ?? '') || one.id.localeCompare(other.id));
