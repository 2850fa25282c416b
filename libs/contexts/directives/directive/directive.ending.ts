import { beforeAnswered, happened, refused, type Id, type Occasion } from '#kernel';
import type { ReceiptState } from '../receipt/receipt.state.js';
import type { No, Rule } from './directive.rules.js';
import { isTakenBack, wasSent, type DirectiveState, type Sent } from './directive.standing.js';
import type { Aftermath, Succession } from './ending.facts.js';
import { drops } from './request.rules.js';
import { openRequest } from './requests.js';

/** W1: what is done to an order is not dated before it was issued. */
export const beforeIssued = (state: DirectiveState, on: Occasion): No | undefined =>
  wasSent(state) ? beforeAnswered(on, state.latest) : refused('NOT_ISSUED');

/** Whether somebody has signed for it. */
export const isSigned = (receipts: Aftermath['receipts']): boolean =>
  [...receipts.values()].some(({ is }) => is === 'acknowledged' || is === 'relayed');

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

const withdraw: Rule<'WithdrawDirective'> = ({ reason }, state, on) => {
  const no = beforeIssued(state, on);
  if (no) return no;
  return reason
    ? happened({ type: 'DirectiveWithdrawn', data: { reason } }, ...nothingAsked(state))
    : refused('REASON_MISSING', 'reason');
};

const revoke: Rule<'RevokeDirective'> = ({ reason }, state, on) => {
  const no = beforeIssued(state, on);
  if (no) return no;
  return reason
    ? happened({ type: 'DirectiveRevoked', data: { reason } }, ...nothingAsked(state))
    : refused('REASON_MISSING', 'reason');
};

const supersede: Rule<'SupersedeDirective'> = ({ successorId, reason }, state, on, facts) => {
  const no = beforeIssued(state, on);
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
