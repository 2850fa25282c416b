import { barBesideOf, barOf, barredBeside, barredBy, type Bar, type Bars, type KnownReader } from '#kernel';
import { readOrganisationsAndAbove } from '../content/organisations.facts.js';
import { issuerIn, type Organisations } from '../content/recipients.js';
import { isTakenBack, type DirectiveState } from '../directive/directive.standing.js';
import { directiveStream } from '../directive/directive.state.js';
import type { ReceiptCommand } from './receipt.commands.js';
import type { ReceiptRefusal } from './receipt.refusals.js';
import type { ReceiptState } from './receipt.state.js';

const bar = barOf<ReceiptState, ReceiptRefusal>();
const barBeside = barBesideOf<ReceiptState, ReceiptRefusal>();

/** The directive that a receipt is about, as whoever asks may see it. */
interface About {
  readonly directive: DirectiveState;
}
interface Relaying extends About {
  readonly organisations: Organisations;
}

const theDirective: KnownReader<ReceiptState, About> = async (read, own) => {
  const state = await own.state();
  return { directive: state.is === 'new' ? { is: 'new' } : await read.state(directiveStream, state.held.directiveId) };
};

const andTheOwnBody: KnownReader<ReceiptState, Relaying> = async (read, own, on) => ({
  ...(await theDirective(read, own, on)),
  organisations: await readOrganisationsAndAbove(read, on.orgId ? [on.orgId] : []),
});

const ofTheRecipient = bar('relation', { en: 'of the recipient', zh: '收文机构' }, ({ held }, { orgId }) =>
  held.orgId === orgId ? undefined : 'NOT_THE_RECIPIENT',
);

const ofTheIssuer = bar('relation', { en: 'of the issuing body', zh: '发文机构' }, ({ held }, { orgId }) =>
  held.issuer.orgId === orgId ? undefined : 'NOT_THE_ISSUER',
);

const notClosed = bar('stage', { en: 'while the order stands', zh: '部署未终止' }, ({ is }) =>
  is === 'closed' ? 'ORDER_TAKEN_BACK' : undefined,
);

const whileItStands = barBeside<About>(
  'readiness',
  { en: 'while the order stands', zh: '部署未终止' },
  ({ is }, _, { directive }) => (is === 'closed' || isTakenBack(directive) ? 'ORDER_TAKEN_BACK' : undefined),
);

const waitingToBeSigned = bar('stage', { en: 'while it waits to be signed for', zh: '待签收' }, ({ is }) => {
  if (is === 'returned') return 'ALREADY_RETURNED';
  return is === 'delivered' ? undefined : 'ALREADY_ACKNOWLEDGED';
});

const sentBack = bar('stage', { en: 'once it was sent back', zh: '已退回' }, ({ is }) =>
  is === 'returned' ? undefined : 'NOT_RETURNED',
);

const signedForAndNotPassedOn = bar(
  'stage',
  { en: 'once signed for, and not passed on yet', zh: '已签收且未传达' },
  ({ is, relay }) => {
    if (is === 'relayed' || relay) return 'ALREADY_RELAYED';
    return is === 'acknowledged' ? undefined : 'NOT_ACKNOWLEDGED';
  },
);

const ownBodyKnown = barBeside<Relaying>(
  'readiness',
  { en: 'the own body registered', zh: '本单位已登记' },
  (_, { orgId }, { organisations }) => (issuerIn(organisations, orgId) ? undefined : 'OWN_BODY_UNKNOWN'),
);

const toAnswer: readonly Bar<ReceiptState, ReceiptRefusal, About>[] = [
  ofTheRecipient,
  whileItStands,
  waitingToBeSigned,
];

/** What stands in the way of each command that people may ask for of a receipt. */
export const receiptBars: { readonly [T in ReceiptCommand['type']]?: Bars<ReceiptState, ReceiptRefusal> } = {
  RecordDelivery: barredBy(ofTheIssuer, notClosed),
  AcknowledgeDirective: barredBeside(theDirective, ...toAnswer),
  ReturnDirective: barredBeside(theDirective, ...toAnswer),
  RuleOnReturn: barredBy(ofTheIssuer, sentBack),
  RelayDirective: barredBeside(andTheOwnBody, ofTheRecipient, whileItStands, signedForAndNotPassedOn, ownBodyKnown),
};
