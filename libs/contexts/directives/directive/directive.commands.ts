import {
  coded,
  command,
  commandsOf,
  expectedRevision,
  flag,
  id,
  int,
  list,
  optional,
  part,
  partOf,
  text,
  to,
  word,
  type CommandOf,
  type Id,
  type ShapeData,
} from '#kernel';
import { draftFields } from '../content/content.fields.js';
import type { Issuer } from '../content/content.schema.js';
import type { Addressee, Recipient } from '../content/recipients.js';
import { statedDayPart, type StatedDay } from '../content/stated-day.js';
import { DAMAGES } from './directive.words.js';
import { endingCommands } from './ending.commands.js';
import { rulingCommands } from './ruling.commands.js';

export const originalPart = partOf('OriginalFile', {
  sha256: coded(64, /^[0-9a-f]{64}$/, 'SHA-256 of its bytes, hexadecimal.', '文件 SHA-256。'),
  bytes: int([1, 2_000_000_000], 'How many bytes.', '字节数。'),
  fileName: text(200, 'Its name.', '文件名。'),
  mediaType: text(100, 'Its media type.', '媒体类型。'),
});

/** A stretch of a text that nobody can read; never guessed, left for a human. */
export const damagePart = partOf(
  'DamagedRun',
  {
    kind: word(DAMAGES, 'What was lost.', '类型。'),
    from: int([0, 1_000_000], 'Where it begins in the text.', '起始位置。'),
    to: int([0, 1_000_000], 'Where it ends.', '结束位置。'),
    text: text(500, 'What the file has there.', '原文。'),
  },
  { en: 'A stretch that nobody can read.', zh: '文本损坏处。' },
);

const importFields = {
  ...draftFields,
  issuedBy: text(200, 'Who gave it, in the words of the text.', '文中所称发文机构。'),
  dated: optional(part(statedDayPart, 'The day that it names.', '文中日期。')),
  original: part(originalPart, 'The file that it came from.', '原始文件。'),
  damage: list(part(damagePart, 'What nobody can read in it.', '损坏处。'), 500),
  complete: flag('Whether the text is whole.', '文本是否完整。'),
};

/** An imported text with its damage; a year that it does not state is null. */
export type Import = Omit<ShapeData<typeof importFields>, 'dated'> & { readonly dated?: StatedDay | undefined };

/** What a relay asks the child's stream to take over: decided on the receipt, carried here by a policy. */
export interface PassOn {
  readonly relayOf: { readonly directiveId: Id<'directive'>; readonly receiptId: Id<'receipt'> };
  readonly issuer: Issuer;
  readonly recipients: readonly Recipient[];
  /** When the directive was relayed. */
  readonly at: string;
}

const DRAFT = { en: 'Which draft.', zh: '部署编号。' };

/** Everything that can be asked of a directive. */
export const directiveCommands = commandsOf(
  'directive',
  { subject: { en: 'Which directive.', zh: '部署编号。' } },
  {
    DraftDirective: command('Drafts a directive.', '起草部署。', {
      who: ['hq'],
      at: ['new'],
      begins: 'derived',
      takes: draftFields,
    }),
    DeployFrom: command('Drafts a directive that implements its parents, clause by clause.', '依据上级部署逐条部署。', {
      who: ['hq'],
      at: ['new'],
      begins: 'derived',
      takes: draftFields,
    }),
    ImportDirective: command('Imports a text with its damage.', '导入文本（保留损坏标记）。', {
      who: ['hq'],
      at: ['new'],
      begins: 'derived',
      takes: importFields,
      verbatim: true,
      as: to<Import>(),
    }),
    EditDraft: command('Replaces the content of a draft.', '修改草案。', {
      who: ['hq'],
      at: ['draft', 'registered', 'signOffPending'],
      subject: DRAFT,
      takes: { ...draftFields, expectedRevision },
    }),
    SubmitForSignOff: command('Asks for a draft to be signed.', '提请签发。', {
      who: ['hq'],
      at: ['draft', 'registered'],
      subject: DRAFT,
    }),
    IssueDirective: command(
      'Issues a directive: its text and its recipients freeze.',
      '印发部署（文本与收文机构固定）。',
      {
        who: ['commander'],
        at: ['signOffPending'],
        takes: { recipientIds: list(id('organisation', 'To whom it goes.', '收文机构。'), 500) },
        as: to<{ readonly recipients: readonly Addressee[] }>(),
      },
    ),
    ...rulingCommands,
    ...endingCommands,
    PassOnDirective: command('Issues the text of another directive, unchanged.', '原文印发所传达的部署。', {
      who: ['system'],
      at: ['new'],
      as: to<PassOn>(),
    }),
  },
);

export type DirectiveCommand = CommandOf<typeof directiveCommands>;
