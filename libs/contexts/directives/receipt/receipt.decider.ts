import { beforeAnswered, happened, refused, type Decider, type Id, type StateReader } from '#kernel';
import { readOrganisationsAndAbove } from '../content/organisations.facts.js';
import { frozen, issuerIn, type Organisations } from '../content/recipients.js';
import { ownerOf, wentTo, type DirectiveState } from '../directive/directive.standing.js';
import { directiveStream } from '../directive/directive.state.js';
import { isInTime } from './acknowledgement-limits.js';
import { receiptBars } from './receipt.bars.js';
import { receiptCommands, type Between, type ReceiptCommand } from './receipt.commands.js';
import type { ReceiptEvent } from './receipt.events.js';
import { endedSo, handedOver, type Handed } from './receipt.owed.js';
import { RECEIPT_REFUSALS, type ReceiptRefusal } from './receipt.refusals.js';
import { receiptStream, stakesIn, type ReceiptState } from './receipt.state.js';

/** The directive that the receipt is about. */
interface About {
  readonly directive: DirectiveState;
}

/** The same, and the bodies that a relay names. */
interface Relaying extends About {
  readonly organisations: Organisations;
}

export interface ReceiptFacts {
  /** What the record of the directive has for this recipient. */
  readonly DeliverDirective: Handed | undefined;
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
    DeliverDirective: async (read, { directiveId }, { stream }) =>
      handedOver(directiveId, await read.state(directiveStream, directiveId), stream),
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
    if (asked.type === 'DeliverDirective') return asked.facts && stakesIn(asked.facts);
    return ownerOf(asked.facts.directive);
  },

  bars: receiptBars,

  decide: {
    DeliverDirective: (_, state, __, handed) => {
      if (state.is !== 'new') return refused('ALREADY_DELIVERED');
      if (!handed) return refused('NOT_ISSUED_SO');
      return happened({ type: 'DirectiveDelivered', data: { ...handed, channel: 'system' } });
    },
    DeliverAmendment: ({ directiveId, textVersion }, state, _, { directive }) => {
      if (state.is === 'new') return refused('NOT_DELIVERED');
      const deliveredAt = amendedAt(directive, textVersion);
      if (directiveId !== state.held.directiveId || !deliveredAt) return refused('NOT_AMENDED_SO');
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
    MissAcknowledgement: ({ dueAt }, state, { occurredAt }) => {
      if (state.is === 'new') return refused('NOT_DELIVERED');
      const { answeredAt, missed } = state;
      if (state.is === 'closed') return happened();
      if (dueAt !== state.acknowledgeBy || occurredAt < dueAt) return refused('LIMIT_NOT_PASSED', 'dueAt');
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

/** When a directive was amended to this version of its text; undefined where it never was. */
const amendedAt = (directive: DirectiveState, textVersion: number): string | undefined =>
  directive.is === 'new' ? undefined : directive.amendments.find((one) => one.textVersion === textVersion)?.statedAt;

/** There is no receipt: it is on its way, or was never meant for them. */
const absent = (directive: DirectiveState, recipientId: Id<'organisation'>) =>
  refused(wentTo(directive, recipientId) ? 'NOT_DELIVERED' : 'NOT_THE_RECIPIENT');
