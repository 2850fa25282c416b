import { idOf, uuidOf, type Ask, type Policy, type WordOf } from '#kernel';
import type { DirectiveCommand } from '../directive/directive.commands.js';
import { directive } from '../directive/directive.decider.js';
import type { DirectiveEvent } from '../directive/directive.events.js';
import { wasSent, type DirectiveState } from '../directive/directive.standing.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
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
    DirectiveIssued: ({ recipients }, _, { stream }) =>
      recipients.map(({ receiptId }): Ask<ReceiptCommand> => {
        const data = { directiveId: idOf('directive', uuidOf(stream)) };
        return { decider: receipt, stream: receiptId, command: { type: 'DeliverDirective', data } };
      }),
    // One policy hears both, so that no amendment comes before what it amends.
    DirectiveAmended: ({ textVersion }, state, { stream }) =>
      wasSent(state)
        ? state.recipients.map((to): Ask<ReceiptCommand> => {
            const data = { directiveId: idOf('directive', uuidOf(stream)), textVersion };
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
    DirectiveRelayed: ({ childId: stream }, _, { stream: by }): readonly Ask<DirectiveCommand>[] => {
      const command = { type: 'PassOnDirective', data: { receiptId: idOf('receipt', uuidOf(by)) } } as const;
      return [{ decider: directive, stream, command }];
    },
  },
};
