import { beforeAnswered, happened, refused, type Decider, type Id, type StateReader } from '#kernel';
import { readOrganisationsAndAbove } from '../content/organisations.facts.js';
import { frozen, issuerIn, type Organisations, type Recipient } from '../content/recipients.js';
import { ownerOf, wentTo, type DirectiveState, type Standing } from '../directive/directive.standing.js';
import { directiveStream } from '../directive/directive.state.js';
import { isInTime } from './acknowledgement-limits.js';
import { receiptBars } from './receipt.bars.js';
import { receiptCommands, type Between, type ReceiptCommand } from './receipt.commands.js';
import type { ReceiptEvent } from './receipt.events.js';
import { endedSo, wentOut } from './receipt.owed.js';
import { RECEIPT_REFUSALS, type ReceiptRefusal } from './receipt.refusals.js';
import { receiptStream, stakesIn, type Held, type ReceiptState } from './receipt.state.js';

/** The directive that the receipt is about. */
interface About {
  readonly directive: DirectiveState;
}

/** The same, and the bodies that a relay names. */
interface Relaying extends About {
  readonly organisations: Organisations;
}

export interface ReceiptFacts {
  readonly DeliverDirective: About;
  readonly CloseReceipt: About;
  readonly DeliverAmendment: About;
  readonly RecordDelivery: About;
  readonly AcknowledgeDirective: About;
  readonly ReturnDirective: About;
  readonly RelayDirective: Relaying;
  readonly RuleOnReturn: About;
}

const about = async (read: StateReader, { directiveId }: Pick<Between, 'directiveId'>): Promise<About> => ({
  directive: await read.state(directiveStream, directiveId),
});

export const receipt: Decider<ReceiptState, ReceiptCommand, ReceiptEvent, ReceiptRefusal, ReceiptFacts> = {
  ...receiptStream,
  commands: receiptCommands,
  refusals: RECEIPT_REFUSALS,
  facts: {
    DeliverDirective: about,
    CloseReceipt: async (read, _, own) => {
      const state = await own.state();
      return state.is === 'new' ? { directive: directiveStream.initial } : about(read, state.held);
    },
    DeliverAmendment: about,
    RecordDelivery: about,
    AcknowledgeDirective: about,
    ReturnDirective: about,
    RuleOnReturn: about,
    RelayDirective: async (read, asked) => ({
      ...(await about(read, asked)),
      organisations: await readOrganisationsAndAbove(read, [
        asked.recipientId,
        ...asked.recipients.map(({ orgId }) => orgId),
      ]),
    }),
  },
  owner: (state, asked) => {
    if (state.is !== 'new') return stakesIn(state.held);
    if (asked.type === 'MissAcknowledgement' || asked.type === 'CloseReceipt') return undefined;
    return asked.type === 'DeliverDirective' ? stakesIn(asked.data) : ownerOf(asked.facts.directive);
  },

  bars: receiptBars,

  decide: {
    DeliverDirective: (asked, state, _, { directive }) => {
      if (state.is !== 'new') return refused('ALREADY_DELIVERED');
      if (!wentOut(directive, asked)) return refused('NOT_ISSUED_SO');
      return happened({ type: 'DirectiveDelivered', data: { ...asked, channel: 'system' } });
    },
    DeliverAmendment: ({ directiveId, textVersion, deliveredAt }, state, _, { directive }) => {
      if (state.is === 'new') return refused('NOT_DELIVERED');
      if (directiveId !== state.held.directiveId || !isAmendedTo(directive, textVersion))
        return refused('NOT_AMENDED_SO');
      const nothingNew = state.is === 'closed' || state.held.textVersion >= textVersion;
      return nothingNew ? happened() : happened({ type: 'AmendmentDelivered', data: { textVersion, deliveredAt } });
    },
    RecordDelivery: ({ channel, recipientId }, state, on, { directive }) => {
      if (state.is === 'new') return absent(directive, recipientId);
      if (state.channels.includes(channel)) return refused('ALREADY_DELIVERED', 'channel');
      const data = { ...state.held, channel, deliveredAt: on.occurredAt };
      return beforeAnswered(on, state.delivered) ?? happened({ type: 'DirectiveDelivered', data });
    },
    AcknowledgeDirective: ({ recipientId, textVersion: read }, state, on, { directive }) => {
      if (state.is === 'new') return absent(directive, recipientId);
      const no = beforeAnswered(on, state.latest);
      const { textVersion } = state.held;
      if (!no && read !== undefined && read !== textVersion) return refused('OTHER_TEXT_VERSION', 'textVersion');
      return no ?? happened({ type: 'DirectiveAcknowledged', data: { textVersion } });
    },
    MissAcknowledgement: ({ dueAt }, state) => {
      if (state.is === 'new') return refused('NOT_DELIVERED');
      const { answeredAt, missed } = state;
      if (state.is === 'closed') return happened();
      const nothingNew = missed !== undefined || (answeredAt !== undefined && isInTime(answeredAt, dueAt));
      return nothingNew ? happened() : happened({ type: 'AcknowledgementMissed', data: { dueAt } });
    },
    ReturnDirective: ({ recipientId, reason }, state, on, { directive }) => {
      if (state.is === 'new') return absent(directive, recipientId);
      const no = beforeAnswered(on, state.latest);
      if (no) return no;
      if (!reason) return refused('REASON_MISSING', 'reason');
      return happened({ type: 'DirectiveReturned', data: { reason } });
    },
    RuleOnReturn: ({ recipientId, ruling, reason }, state, on, { directive }) => {
      if (state.is === 'new') return absent(directive, recipientId);
      if (state.toBeAmended && ruling !== 'withdrawn') return refused('AMENDMENT_PROMISED', 'ruling');
      if (!reason) return refused('REASON_MISSING', 'reason');
      return beforeAnswered(on, state.latest) ?? happened({ type: 'ReturnRuledOn', data: { ruling, reason } });
    },
    CloseReceipt: ({ because }, state, _, { directive }) => {
      if (state.is === 'new') return refused('NOT_DELIVERED');
      if (!endedSo(directive, because)) return refused('ORDER_STANDS');
      return state.is === 'closed' ? happened() : happened({ type: 'ReceiptClosed', data: { because } });
    },
    RelayDirective: ({ recipientId, childId, recipients }, state, on, { directive, organisations }) => {
      if (state.is === 'new') return absent(directive, recipientId);
      const no = beforeAnswered(on, state.latest);
      if (no) return no;
      const issuer = issuerIn(organisations, on.orgId);
      if (!issuer) return refused('OWN_BODY_UNKNOWN');
      const list = frozen(recipients, issuer, organisations);
      return 'refused' in list
        ? list
        : happened({ type: 'DirectiveRelayed', data: { childId, issuer, recipients: [...list] } });
    },
  },
};

/** Whether a directive has an amendment that made this version of its text. */
const isAmendedTo = (directive: DirectiveState, textVersion: number): boolean =>
  directive.is !== 'new' && directive.amendments.some((one) => one.textVersion === textVersion);

/** There is no receipt: it is on its way, or was never meant for them. */
const absent = (directive: DirectiveState, recipientId: Id<'organisation'>) =>
  refused(wentTo(directive, recipientId) ? 'NOT_DELIVERED' : 'NOT_THE_RECIPIENT');

/** What the system hands over to one recipient of an issued directive. */
export const handover = (
  directiveId: Id<'directive'>,
  { issuer, content, textVersion }: Standing,
  { receiptId: _, ...to }: Recipient,
): Held => ({ directiveId, title: content.title, urgency: content.urgency, issuer, textVersion, ...to });
