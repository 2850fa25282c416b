import type { Id, StateReader } from '#kernel';
import { readOrganisationsAndAbove } from '../content/organisations.facts.js';
import type { Organisations } from '../content/recipients.js';
import { receiptStream, type ReceiptState } from '../receipt/receipt.state.js';
import { wasSent, type DirectiveState } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

/** What became of an issued directive: its receipts, and what was issued on its basis. */
export interface Aftermath {
  readonly receipts: ReadonlyMap<Id<'receipt'>, ReceiptState>;
  readonly children: ReadonlyMap<Id<'directive'>, DirectiveState>;
}

/** The bodies above its issuer. */
export interface Superiors {
  readonly organisations: Organisations;
}

/** The directive that is to take its place. */
export interface Succession {
  readonly successor?: DirectiveState;
  readonly isSame?: boolean;
}

/** Reads what became of it. What was issued below counts, whether or not the issuer sees it. */
export const readAftermath = async (read: StateReader, state: DirectiveState): Promise<Aftermath> => {
  const ids = wasSent(state) ? state.recipients.map(({ receiptId }) => receiptId) : [];
  const receipts = new Map(
    await Promise.all(ids.map(async (id) => [id, await read.behind(receiptStream, id)] as const)),
  );
  const below = [...receipts.values()].flatMap((one) => (one.is !== 'new' && one.relay ? [one.relay.childId] : []));
  const noted = state.is === 'new' ? [] : state.children;
  const children = await Promise.all(
    [...new Set([...noted, ...below])].map(async (id) => [id, await read.behind(directiveStream, id)] as const),
  );
  return { receipts, children: new Map(children) };
};

/** Reads the bodies above its issuer. */
export const readSuperiors = async (read: StateReader, state: DirectiveState): Promise<Superiors> => ({
  organisations: await readOrganisationsAndAbove(read, state.is === 'new' ? [] : [state.issuer.orgId]),
});
