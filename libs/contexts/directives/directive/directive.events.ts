import { anId, anInstant, eventsOf, fact, oneOf, personal, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { clauseKey, contentShape, issuerShape } from '../content/content.schema.js';
import { recipientShape } from '../content/recipients.js';
import { statedDay } from '../content/stated-day.js';
import { answerShape } from '../importing/answers.js';
import { originalPart } from './original.parts.js';
import { DAMAGES } from './directive.words.js';
import { requestShape } from './request.shape.js';
import { rulingCommands } from './ruling.commands.js';

/** The bytes that somebody brought in; they are kept as they were, beside the text that was made from them. */
const original = z.strictObject({ ...shapeOf(originalPart.fields), bytes: z.int().min(1) });

/** A stretch of the text that nobody can read; never guessed, left for a human. */
const damage = z.strictObject({
  kind: oneOf(DAMAGES.words),
  from: z.int().min(0),
  to: z.int().min(0),
  text: z.string(),
});

/** What the issuer of a parent said to what this child asks for. */
const ruling = { ...shapeOf(rulingCommands.ExemptClause.takes), reason: personal() };

const asItWas = (old: unknown) => old;
/** Since version 2 a clause may be a heading, since version 3 a directive may have a number. */
const WITH_NUMBER = { version: 3, upgrade: { 1: asItWas, 2: asItWas } };

const { text, clauses, declared, clauseMap } = contentShape;
const clauseKeys = z.array(clauseKey);

/** Every fact that a `directive-…` stream can hold. */
export const directiveEvents = eventsOf('directive', {
  DirectiveDrafted: fact(
    'Directive drafted',
    '部署已起草',
    {
      ...contentShape,
      issuer: issuerShape,
      /** Whether the directive deploys its bases, so that its clause map covers every clause of theirs. */
      deploys: z.boolean(),
      /** The directive that this one passes on, unchanged, and the receipt of the organisation that does so. */
      relayOf: z.strictObject({ directiveId: anId('directive'), receiptId: anId('receipt') }).optional(),
    },
    WITH_NUMBER,
  ),
  DraftEdited: fact('Draft edited', '草案已修改', contentShape, WITH_NUMBER),
  DirectiveImported: fact(
    'Directive imported',
    '部署已导入',
    {
      ...contentShape,
      issuer: issuerShape,
      /** The document that it was made of; absent where a client sent the text, before imports were read by the server. `confirmed`: another person had confirmed the import. */
      from: z
        .strictObject({ importId: anId('import'), document: z.int().min(0), confirmed: z.literal(true).optional() })
        .optional(),
      /** What was open about it, and what was said to it. */
      answers: z.array(answerShape),
      /** Who gave it, in the words of the text. */
      issuedBy: z.string().min(1),
      dated: statedDay.optional(),
      original,
      damage: z.array(damage),
      complete: z.boolean(),
    },
    { version: 3, upgrade: { 1: (old) => ({ ...(old as object), answers: [] }), 2: asItWas } },
  ),
  SignOffRequested: fact('Sign-off requested', '已提请签发', {}),
  DirectiveIssued: fact('Directive issued', '部署已印发', {
    recipients: z.array(recipientShape).min(1),
    textVersion: z.int().min(1),
    issuedAt: anInstant(),
  }),
  DirectiveAmended: fact('Directive amended', '部署已修订', {
    /** Its number among the amendments, and the version of the text that it makes. */
    number: z.int().min(1),
    textVersion: z.int().min(2),
    ...{ text, clauses, declared, clauseMap },
    ...{ changed: clauseKeys, added: clauseKeys, dropped: clauseKeys },
    amendedAt: anInstant(),
    reason: personal(),
  }),
  ChildRecorded: fact('Directive that builds on it recorded', '下级部署已登记', { childId: anId('directive') }),
  BasisAmended: fact('Basis amended', '所依据部署已修订', {
    directiveId: anId('directive'),
    textVersion: z.int().min(2),
    /** Of the parent: what rests on them is to be mapped again. */
    clauses: clauseKeys.min(1),
  }),
  RequestMade: fact('Request to the issuer of a parent made', '已向上级提出申请', requestShape, {
    ...{ version: 2, upgrade: { 1: asItWas } },
  }),
  RequestDropped: fact('Request to the issuer of a parent dropped', '已不再申请', { directiveId: anId('directive') }),
  ClauseExempted: fact('Clause exempted', '条款已同意不适用', ruling),
  ExemptionRefused: fact('Exemption refused', '条款豁免未获同意', ruling),
  LaterDueGranted: fact('Later due time granted', '条款已同意延期', ruling),
  LaterDueRefused: fact('Later due time refused', '条款延期未获同意', ruling),
  DutyRecorded: fact('Duty that rests on it recorded', '以其为依据的责任点已登记', { dutyPointId: anId('dutyPoint') }),
  DirectiveCompleted: fact(
    'Directive completed',
    '部署已办结',
    {
      /** The clauses of which no duty had to be made, and why. */
      withoutDuty: z.array(z.strictObject({ clause: clauseKey, reason: personal() })).optional(),
    },
    // Version 1 was recorded before anybody asked for the duties.
    { version: 2, upgrade: { 1: (old) => old } },
  ),
  DirectiveWithdrawn: fact('Directive withdrawn', '部署已撤回', { reason: personal() }),
  DirectiveRevoked: fact('Directive revoked', '部署已撤销', { reason: personal() }),
  DirectiveSuperseded: fact('Directive superseded', '部署已被替代', {
    successorId: anId('directive'),
    reason: personal(),
  }),
  BasisImplemented: fact('Basis implemented by this directive', '依据已落实为本部署', {
    directiveId: anId('directive'),
    issuer: issuerShape,
  }),
});

export type DirectiveEvent = EventOf<typeof directiveEvents>;
