import { beforeAnswered, happened, refused, type Id, type Occasion } from '#kernel';
import { isAbove } from '../content/recipients.js';
import type { ReceiptState } from '../receipt/receipt.state.js';
import { notOwn, type No, type Rule } from './directive.rules.js';
import { isTakenBack, wasSent, type DirectiveState, type Sent } from './directive.standing.js';
import type { Aftermath, Succession } from './ending.facts.js';
import { drops } from './request.rules.js';
import { openRequest } from './requests.js';

/** Why it cannot come to its end: it was never issued, or has come to one. */
export const notInForce = (state: DirectiveState, on: Occasion): No | undefined => {
  if (!wasSent(state)) return refused('NOT_ISSUED');
  return state.is === 'issued' ? beforeAnswered(on, state.latest) : refused('ALREADY_ENDED');
};

/** Completed as far as is known: nothing asked for is open, and each recipient signed for it, and what was issued on its basis is completed. */
export const unfinished = (
  { content, textVersion, rulings, recipients, reopened }: Sent,
  { receipts, children }: Aftermath,
): No | undefined => {
  if (reopened.length > 0) return refused('CLAUSE_REOPENED', 'clauseMap');
  const open = openRequest(content, rulings);
  if (open >= 0) return refused('REQUEST_OPEN', 'clauseMap', String(open));
  if ([...children.values()].some((child) => !isOver(child))) return refused('CHILD_NOT_DONE');
  const waiting = recipients.find(({ receiptId }) => !isDone(receipts.get(receiptId), textVersion));
  return waiting && refused('RECIPIENT_NOT_DONE', 'recipients', waiting.orgId);
};

/** A child that was taken back orders nothing any more. */
const isOver = (child: DirectiveState): boolean => child.is === 'completed' || isTakenBack(child);

/** D1: signed for as the text stands, also where an amendment is still on its way to the receipt; or released from it. */
const isDone = (receipt: ReceiptState | undefined, textVersion: number): boolean => {
  if (!receipt || receipt.is === 'new') return false;
  if (receipt.is === 'closed') return true;
  return (receipt.is === 'relayed' || receipt.is === 'acknowledged') && receipt.held.textVersion >= textVersion;
};

/** Of whom it asked something, it asks nothing any more. */
const nothingAsked = (state: DirectiveState) => (state.is === 'new' ? [] : drops(state.requests));

const withdraw: Rule<'WithdrawDirective'> = ({ reason }, state, on, { receipts }) => {
  const no = notOwn(state, on) ?? notInForce(state, on);
  if (no) return no;
  const isSigned = [...receipts.values()].some(({ is }) => is === 'acknowledged' || is === 'relayed');
  if (isSigned) return refused('ACKNOWLEDGED_BY_SOME');
  return reason
    ? happened({ type: 'DirectiveWithdrawn', data: { reason } }, ...nothingAsked(state))
    : refused('REASON_MISSING', 'reason');
};

/** What a body ordered, it may end, and so may those above it in its line. */
const notSuperior = (
  state: DirectiveState,
  orgId: Id<'organisation'> | undefined,
  organisations: Succession['organisations'],
): No | undefined => {
  if (state.is === 'new' || state.issuer.orgId === orgId) return undefined;
  return orgId && isAbove(organisations, orgId, state.issuer.orgId) ? undefined : refused('NOT_THE_ISSUER');
};

const revoke: Rule<'RevokeDirective'> = ({ reason }, state, on, { organisations }) => {
  const no = notSuperior(state, on.orgId, organisations) ?? notInForce(state, on);
  if (no) return no;
  return reason
    ? happened({ type: 'DirectiveRevoked', data: { reason } }, ...nothingAsked(state))
    : refused('REASON_MISSING', 'reason');
};

const supersede: Rule<'SupersedeDirective'> = ({ successorId, reason }, state, on, facts) => {
  const no = notSuperior(state, on.orgId, facts.organisations) ?? notInForce(state, on);
  if (no) return no;
  if (!isInForceFor(facts, on.orgId)) return refused('SUCCESSOR_NOT_ISSUED', 'successorId');
  return reason
    ? happened({ type: 'DirectiveSuperseded', data: { successorId, reason } }, ...nothingAsked(state))
    : refused('REASON_MISSING', 'reason');
};

const isInForceFor = ({ successor, isSame }: Succession, orgId: Id<'organisation'> | undefined): boolean =>
  !isSame && successor?.is === 'issued' && successor.issuer.orgId === orgId;

/** F7: how an order comes to its end. */
export const ending = {
  WithdrawDirective: withdraw,
  RevokeDirective: revoke,
  SupersedeDirective: supersede,
};
