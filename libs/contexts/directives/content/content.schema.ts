import { anId, aTerritoryPath, oneOf, shapeOf } from '#kernel';
import { z } from 'zod';
import { adaptationPart, duePart } from './content.fields.js';
import { INSTRUMENTS, URGENCIES } from './content.words.js';
import { LINKS } from './tie.words.js';

/** A clause's name in its directive, chosen once and never changed; its number in the text is free and may repeat (C12). */
export const clauseKey = z.string().regex(/^[\p{L}\p{N}._-]{1,20}$/u);

const due = z.strictObject(shapeOf(duePart.fields));

const clause = z.strictObject({
  key: clauseKey,
  number: z.string(),
  order: z.int().min(1),
  parent: clauseKey.optional(),
  text: z.string().min(1),
  /** It only heads what stands below it, and asks nothing by itself. */
  heading: z.literal(true).optional(),
  due: due.optional(),
});

/** A directive that is registered here, or the words by which the text cites one that nobody has verified (D7). */
const upstream = z.union([
  z.strictObject({ directiveId: anId('directive') }),
  z.strictObject({ citation: z.string().min(1), unverified: z.literal(true) }),
]);

/** How many clauses the text says there are: in all at the top, or under one of them (C13). */
const declared = z.strictObject({ under: clauseKey.optional(), count: z.int().min(1) });

/** What becomes of one clause of a parent (D3); `by` names the own clause that carries it. */
const adaptation = z.strictObject({
  ...shapeOf(adaptationPart.fields),
  clause: clauseKey,
  by: clauseKey.optional(),
});

/** What a directive says: everything that freezes when it is issued. */
export const contentShape = {
  instrument: oneOf(INSTRUMENTS.words),
  urgency: oneOf(URGENCIES.words),
  /** As the issuing body writes it; oral orders and old records have none. */
  number: z.string().min(1).optional(),
  title: z.string().min(1),
  text: z.string().min(1),
  clauses: z.array(clause),
  declared: z.array(declared),
  bases: z.array(upstream),
  links: z.array(z.strictObject({ link: oneOf(LINKS.words), to: upstream })),
  clauseMap: z.array(adaptation),
  meetingId: anId('meeting').optional(),
};

/** The body that a directive comes from, and where it stands. */
export const issuerShape = z.strictObject({
  orgId: anId('organisation'),
  territoryId: anId('territory'),
  territoryPath: aTerritoryPath(),
});

export type Clause = z.output<typeof clause>;
export type Upstream = z.output<typeof upstream>;
export type Adaptation = z.output<typeof adaptation>;
export type Content = z.output<z.ZodObject<typeof contentShape>>;
export type Issuer = z.output<typeof issuerShape>;
