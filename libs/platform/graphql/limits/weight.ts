/** How much a part of an operation asks for, fragments included as often as they are used. */
export interface Weight {
  readonly depth: number;
  /** How many fields there are to resolve, those of lists multiplied. */
  readonly cost: number;
  /** How many bytes the answer has at most. */
  readonly bytes: number;
  readonly aliases: number;
  readonly directives: number;
  /** How many fields there are at this level. */
  readonly fields: number;
}

/** Of nothing at all. */
export const NOTHING: Weight = { depth: 0, cost: 0, bytes: 0, aliases: 0, directives: 0, fields: 0 };

/** Two parts beside each other. */
export const together = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  cost: a.cost + b.cost,
  bytes: a.bytes + b.bytes,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
});
