import {
  command,
  commandsOf,
  id,
  instant,
  int,
  list,
  optional,
  to,
  word,
  type CommandOf,
  type Id,
  type Reasoned,
} from '#kernel';
import type { Addressee } from '../content/recipients.js';
import { CLOSINGS, RECORDED_CHANNELS, RETURN_RULINGS } from './receipt.words.js';

/** Which directive, and whose receipt of it: the two between which a receipt stands. */
export interface Between {
  readonly directiveId: Id<'directive'>;
  readonly recipientId: Id<'organisation'>;
}

/** What a relay passes on to whom, as a directive with an id of its own. */
export interface Relay extends Between {
  readonly childId: Id<'directive'>;
  readonly recipients: readonly Addressee[];
}

/** Whoever signs says which text they read, where they know. */
interface Signing extends Between {
  readonly textVersion?: number | undefined;
}

const REASON = { en: 'The reason is required.', zh: '须说明理由。' };

const directiveId = id('directive', 'Which directive.', '部署编号。');
const ownOrNamed = optional(
  id('organisation', 'Whose receipt; your own organisation’s when left out.', '收文机构；省略为本单位。'),
);

/** Everything that can be asked of a receipt; people name the directive and the recipient that it stands between. */
export const receiptCommands = commandsOf(
  'receipt',
  { subject: { en: 'Which receipt.', zh: '签收单编号。' } },
  {
    DeliverDirective: command('Delivers what was issued to one recipient.', '向收文机构送达已印发的部署。', {
      who: ['system'],
      at: ['new'],
      takes: { directiveId },
    }),
    DeliverAmendment: command('Delivers an amended text to one recipient.', '送达修订后的文本。', {
      who: ['system'],
      at: ['delivered', 'acknowledged', 'relayed', 'returned'],
      takes: { directiveId, textVersion: int([2, 1_000_000], 'Which version of the text.', '文本版本。') },
    }),
    RecordDelivery: command('Records who attended or got paper.', '登记送达（参会或纸质）。', {
      who: ['hq'],
      at: ['delivered', 'acknowledged', 'relayed', 'returned'],
      elsewhere: true,
      takes: {
        directiveId,
        recipientId: id('organisation', 'Who got it.', '收文机构。'),
        channel: word(
          RECORDED_CHANNELS,
          'How it reached them; attendance is no acknowledgement.',
          '送达方式（参会不等于签收）。',
        ),
      },
    }),
    AcknowledgeDirective: command('Signs for a directive.', '签收部署。', {
      who: ['unit', 'unit-head', 'hq'],
      at: ['delivered'],
      elsewhere: true,
      takes: {
        directiveId,
        recipientId: ownOrNamed,
        textVersion: optional(
          int(
            [1, 1_000_000],
            'The version that you read; the present one when left out.',
            '所阅文本版本；省略为现行版本。',
          ),
        ),
      },
      as: to<Signing>(),
    }),
    MissAcknowledgement: command('Marks that the limit for signing passed.', '标记逾期未签收。', {
      who: ['system'],
      at: ['delivered', 'acknowledged', 'relayed', 'returned'],
      takes: { dueAt: instant('The limit that passed.', '签收时限。') },
    }),
    ReturnDirective: command('Sends a directive back, with a reason.', '退回部署（须说明理由）。', {
      who: ['unit-head'],
      at: ['delivered'],
      elsewhere: true,
      takes: { directiveId, recipientId: ownOrNamed },
      reasoned: REASON,
      as: to<Between & Reasoned>(),
    }),
    RuleOnReturn: command(
      'Answers a return: the order stands, is to be amended, or is withdrawn for this recipient.',
      '对退回作出批复。',
      {
        who: ['commander'],
        at: ['returned'],
        elsewhere: true,
        takes: {
          directiveId,
          recipientId: id('organisation', 'Who sent it back.', '退回的机构。'),
          ruling: word(RETURN_RULINGS, 'What is said to it.', '批复意见。'),
        },
        reasoned: REASON,
      },
    ),
    CloseReceipt: command('Marks that nothing is ordered any more.', '标记部署已终止。', {
      who: ['system'],
      at: ['delivered', 'acknowledged', 'relayed', 'returned'],
      takes: { because: word(CLOSINGS, 'Why.', '原因。') },
    }),
    RelayDirective: command('Passes a directive on, unchanged.', '原文传达部署。', {
      who: ['hq'],
      at: ['acknowledged'],
      elsewhere: true,
      takes: {
        directiveId,
        recipientIds: list(id('organisation', 'To whom it is passed on.', '传达对象。'), 500),
      },
      as: to<Relay>(),
    }),
  },
);

export type ReceiptCommand = CommandOf<typeof receiptCommands>;
