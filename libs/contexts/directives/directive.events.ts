import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, type EventOf } from '#kernel';
import { LEVELS } from '#contexts/parties';
import { z } from 'zod';
import { contentShape, issuerShape } from './content.js';
import { DAMAGES } from './words.js';

/** The bytes that somebody brought in; they are kept as they were, beside the text that was made from them. */
const original = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  fileName: z.string().min(1),
  mediaType: z.string().min(1),
});

/** A stretch of the text that nobody can read; never guessed, left for a human. */
const damage = z.strictObject({
  kind: oneOf(DAMAGES),
  from: z.int().min(0),
  to: z.int().min(0),
  text: z.string(),
});

/** A day as a text gives it; a year that it does not state is null, never assumed. */
export const statedDay = z.strictObject({
  year: z.int().min(1900).max(2200).nullable(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});

export const recipientShape = z.strictObject({
  orgId: anId('organisation'),
  receiptId: anId('receipt'),
  territoryId: anId('territory'),
  territoryPath: aTerritoryPath(),
  territoryLevel: oneOf(LEVELS),
});

/** Every fact that a `directive-…` stream can hold. */
export const directiveEvents = eventsOf('directive', {
  DirectiveDrafted: fact('Directive drafted', '部署已起草', {
    ...contentShape,
    issuer: issuerShape,
    /** It deploys its bases: its clause map covers every clause of theirs. */
    deploys: z.boolean(),
    /** It passes another on, unchanged, for the organisation that this receipt belongs to. */
    relayOf: z.strictObject({ directiveId: anId('directive'), receiptId: anId('receipt') }).optional(),
  }),
  DraftEdited: fact('Draft edited', '草案已修改', contentShape),
  DirectiveImported: fact('Directive imported', '部署已导入', {
    ...contentShape,
    issuer: issuerShape,
    /** Who gave it, in the words of the text. */
    issuedBy: z.string().min(1),
    dated: statedDay.optional(),
    original,
    damage: z.array(damage),
    complete: z.boolean(),
  }),
  SignOffRequested: fact('Sign-off requested', '已提请签发', {}),
  DirectiveIssued: fact('Directive issued', '部署已印发', {
    recipients: z.array(recipientShape).min(1),
    textVersion: z.int().min(1),
    issuedAt: anInstant(),
  }),
  BasisImplemented: fact('Basis implemented by this directive', '依据已落实为本部署', {
    directiveId: anId('directive'),
    issuer: issuerShape,
  }),
});

export type DirectiveEvent = EventOf<typeof directiveEvents>;
export type Recipient = z.output<typeof recipientShape>;
export type Original = z.output<typeof original>;
export type Damage = z.output<typeof damage>;
export type StatedDay = z.output<typeof statedDay>;
