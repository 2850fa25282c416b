import { idOf, uuidOf, type Ask, type Policy, type WordOf } from '#kernel';
import type { DirectiveCommand } from '../directive/directive.commands.js';
import { directive } from '../directive/directive.decider.js';
import type { DirectiveEvent } from '../directive/directive.events.js';
import { wasSent, type DirectiveState } from '../directive/directive.standing.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { handover, receipt } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';
import type { ReceiptState } from './receipt.state.js';
import type { CLOSINGS } from './receipt.words.js';

/** What is issued reaches every recipient's inbox at once. */
export const deliverIssued: Policy<DirectiveEvent, DirectiveState> = {
  name: 'deliver_issued',
  of: directive,
  asks: [receipt],
  rights: {
    DeliverDirective: {
      rule: 'D10',
      because: 'who signs names the recipients, and the record of the directive holds them',
    },
    DeliverAmendment: { rule: 'D1', because: 'the amended text goes to whoever got the former one' },
  },
  on: {
    DirectiveIssued: ({ recipients, issuedAt }, state, { stream }) =>
      state.is === 'new'
        ? []
        : recipients.map((to): Ask<ReceiptCommand> => {
            const data = { ...handover(idOf('directive', uuidOf(stream)), state, to), deliveredAt: issuedAt };
            return { decider: receipt, stream: to.receiptId, command: { type: 'DeliverDirective', data } };
          }),
    // One policy hears both, so that no amendment comes before what it amends.
    DirectiveAmended: ({ textVersion, amendedAt: deliveredAt }, state, { stream }) =>
      wasSent(state)
        ? state.recipients.map((to): Ask<ReceiptCommand> => {
            const data = { directiveId: idOf('directive', uuidOf(stream)), textVersion, deliveredAt };
            return { decider: receipt, stream: to.receiptId, command: { type: 'DeliverAmendment', data } };
          })
        : [],
  },
};

/** What is taken back is ordered of nobody any more. */
const closing =
  (because: WordOf<typeof CLOSINGS>) =>
  (_: unknown, state: DirectiveState): readonly Ask<ReceiptCommand>[] =>
    wasSent(state)
      ? state.recipients.map(({ receiptId: stream }) => ({
          ...{ decider: receipt, stream, command: { type: 'CloseReceipt', data: { because } } },
        }))
      : [];

export const closeTakenBack: Policy<DirectiveEvent, DirectiveState> = {
  name: 'close_taken_back',
  of: directive,
  asks: [receipt],
  rights: {
    CloseReceipt: { rule: 'F7', because: 'what is taken back is ordered of nobody' },
  },
  on: {
    DirectiveWithdrawn: closing('withdrawn'),
    DirectiveRevoked: closing('revoked'),
    DirectiveSuperseded: closing('superseded'),
  },
};

/** A relay makes the child in the same act: the same text, issued by the body that relays it. */
export const issueRelayed: Policy<ReceiptEvent, ReceiptState> = {
  name: 'issue_relayed',
  of: receipt,
  asks: [directive],
  rights: {
    PassOnDirective: {
      rule: 'D10',
      because: 'the recipient passes on what it got, in its own name, to bodies below it',
    },
  },
  on: {
    DirectiveRelayed: (
      { childId, issuer, recipients },
      state,
      { stream, occurredAt },
    ): readonly Ask<DirectiveCommand>[] => {
      if (state.is === 'new') return [];
      const { directiveId } = state.held;
      const relayOf = { directiveId, receiptId: idOf('receipt', uuidOf(stream)) };
      const command = { type: 'PassOnDirective', data: { relayOf, issuer, recipients, at: occurredAt } } as const;
      return [{ decider: directive, stream: childId, command }];
    },
  },
};
