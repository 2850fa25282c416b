import { anId, shapeOf } from '#kernel';
import { z } from 'zod';
import { adaptationPart, duePart } from '../content/content.fields.js';
import { clauseKey, issuerShape } from '../content/content.schema.js';

/** What is asked about one clause: how it is to be carried on, why, and what the own text says in its place. */
const askedClause = z.strictObject({
  ...shapeOf({ how: adaptationPart.fields.how, reason: adaptationPart.fields.reason }),
  clause: clauseKey,
  by: clauseKey.optional(),
  text: z.string().optional(),
  due: z.strictObject(shapeOf(duePart.fields)).optional(),
  /** What that issuer had said to it before requests were kept; not in version 1. */
  granted: z.boolean().optional(),
});

/** All that a child asks of the issuer of one parent: as much as that body must see to rule on it. */
export const requestShape = {
  /** The parent, and the body that issued it or keeps it. */
  directiveId: anId('directive'),
  orgId: anId('organisation'),
  /** The body that asks. */
  issuer: issuerShape,
  clauses: z.array(askedClause).min(1),
};

export type Request = z.output<z.ZodObject<typeof requestShape>>;
export type AskedClause = z.output<typeof askedClause>;
