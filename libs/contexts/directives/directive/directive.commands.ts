import { command, commandsOf, expectedRevision, id, list, to, type CommandOf } from '#kernel';
import { draftFields } from '../content/content.fields.js';
import type { Addressee } from '../content/recipients.js';
import { importFields, type Import } from '../importing/import.fields.js';
import { amendingCommands } from './amending.commands.js';
import { askingCommands } from './asking.commands.js';
import { completingCommands } from './completing.commands.js';
import { endingCommands } from './ending.commands.js';
import { rulingCommands } from './ruling.commands.js';

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
    ImportDirective: command('Makes a directive of a document that was found in an import.', '由导入的公文登记部署。', {
      who: ['hq'],
      at: ['new', 'draft', 'registered', 'signOffPending', 'issued'],
      begins: 'derived',
      takes: importFields,
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
    ...askingCommands,
    ...amendingCommands,
    ...completingCommands,
    ...endingCommands,
    PassOnDirective: command('Issues the text of another directive, unchanged.', '原文印发所传达的部署。', {
      who: ['system'],
      at: ['new'],
      takes: { receiptId: id('receipt', 'Which receipt says that it is passed on.', '登记传达的签收单。') },
    }),
  },
);

export type DirectiveCommand = CommandOf<typeof directiveCommands>;
