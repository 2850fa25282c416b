import type { Id, StateReader } from '#kernel';
import { directive } from './directive.decider.js';
import { readOrganisations } from './organisations.facts.js';
import type { ReceiptCommand, ReceiptFacts } from './receipt.decider.js';

/** Reads the directive that a receipt of this body is about, and the bodies that a relay names. */
export const aroundReceipt =
  (directiveId: Id<'directive'>, orgId: Id<'organisation'>) =>
  async (source: StateReader, command: ReceiptCommand): Promise<ReceiptFacts> => {
    const to = command.type === 'RelayDirective' ? command.data.recipients.map((one) => one.orgId) : [];
    return {
      directive: await source.state(directive, directiveId),
      orgId,
      organisations: await readOrganisations(source, [orgId, ...to]),
    };
  };
