import { barBesideOf, barOf, barredBeside, barredBy, refused, type Bars } from '#kernel';
import { basesIn } from '../content/content.rules.js';
import { issuerIn, isAbove } from '../content/recipients.js';
import { directiveKnown, type DirectiveKnown } from './directive.known.js';
import type { DirectiveCommand } from './directive.commands.js';
import { openDuty } from './completing.rules.js';
import { unreadyText } from './directive.drafting.js';
import { isSigned, unfinished } from './directive.ending.js';
import type { DirectiveRefusal } from './directive.refusals.js';
import { rulingBars } from './directive.ruling.bars.js';
import { wasSent, type DirectiveState } from './directive.standing.js';

const bar = barOf<DirectiveState, DirectiveRefusal>();
const barBeside = barBesideOf<DirectiveState, DirectiveRefusal>();

const ofTheIssuer = bar('relation', { en: 'of the issuing body', zh: '发文机构' }, ({ issuer }, { orgId }) =>
  issuer.orgId === orgId ? undefined : 'NOT_THE_ISSUER',
);

/** What a body ordered, it may end, and so may those above it in its line. */
const ofTheIssuerOrAbove = barBeside<DirectiveKnown['RevokeDirective']>(
  'relation',
  { en: 'of the issuing body, or of one above it in its line', zh: '发文机构或其条线上级' },
  ({ issuer }, { orgId }, { organisations }) =>
    orgId && (issuer.orgId === orgId || isAbove(organisations, orgId, issuer.orgId)) ? undefined : 'NOT_THE_ISSUER',
);

const notSent = bar('stage', { en: 'before it is issued', zh: '印发之前' }, (state) =>
  wasSent(state) ? 'ISSUED_TEXT_FIXED' : undefined,
);

const notSubmitted = bar('stage', { en: 'before sign-off is asked for', zh: '提请签发之前' }, (state) => {
  if (wasSent(state)) return 'ALREADY_ISSUED';
  return state.is === 'signOffPending' ? 'ALREADY_SUBMITTED' : undefined;
});

const waitingToBeSigned = bar('stage', { en: 'while it waits to be signed', zh: '待签发' }, (state) => {
  if (wasSent(state)) return 'ALREADY_ISSUED';
  return state.is === 'signOffPending' ? undefined : 'NOT_SUBMITTED';
});

const inForce = bar('stage', { en: 'while it is in force', zh: '执行中' }, (state) => {
  if (!wasSent(state)) return 'NOT_ISSUED';
  return state.is === 'issued' ? undefined : 'ALREADY_ENDED';
});

const confirmedImport = barBeside<DirectiveKnown['SubmitForSignOff']>(
  'readiness',
  { en: 'its import confirmed', zh: '导入已确认' },
  (_, __, { isConfirmed }) => (isConfirmed ? undefined : 'IMPORT_NOT_CONFIRMED'),
);

const completeText = barBeside<DirectiveKnown['SubmitForSignOff']>(
  'readiness',
  { en: 'each clause with its limit, and of the parents as they read now', zh: '条款时限明确，且与上级现行条款对应' },
  (state, _, known) => unreadyText(state, known),
);

const issuerStands = barBeside<DirectiveKnown['IssueDirective' | 'AmendDirective']>(
  'readiness',
  { en: 'the issuing body registered', zh: '发文机构存续' },
  ({ issuer }, _, { organisations }) => (issuerIn(organisations, issuer.orgId) ? undefined : 'ISSUER_DISSOLVED'),
);

/** A number is of one directive of its issuer and year. */
const numberFree = barBeside<DirectiveKnown['IssueDirective']>(
  'readiness',
  { en: 'its number not taken', zh: '文号未被使用' },
  (_, __, { sameNumber: others }) => (others.length > 0 ? { ...refused('NUMBER_TAKEN'), others } : undefined),
);

const basedOnAnother = bar('readiness', { en: 'based on a registered one', zh: '有已登记的依据' }, ({ content }) =>
  basesIn(content).length > 0 ? undefined : refused('BASIS_NOT_REGISTERED', 'directiveId'),
);

const allDone = barBeside<DirectiveKnown['CompleteDirective']>(
  'readiness',
  { en: 'all that is known is done', zh: '所涉事项均已办结' },
  (state, _, known) => (wasSent(state) ? (unfinished(state, known) ?? openDuty(state.content, known)) : undefined),
);

const signedByNobody = barBeside<DirectiveKnown['WithdrawDirective']>(
  'readiness',
  { en: 'before anybody signed for it', zh: '无人签收' },
  (_, __, { receipts }) => (isSigned(receipts) ? 'ACKNOWLEDGED_BY_SOME' : undefined),
);

const { SubmitForSignOff, IssueDirective, AmendDirective, CompleteDirective, WithdrawDirective, RevokeDirective } =
  directiveKnown;

/** What stands in the way of each command that people may ask for of a directive that is there. */
export const directiveBars: { readonly [T in DirectiveCommand['type']]?: Bars<DirectiveState, DirectiveRefusal> } = {
  EditDraft: barredBy(ofTheIssuer, notSent),
  SubmitForSignOff: barredBeside(SubmitForSignOff, ofTheIssuer, notSubmitted, confirmedImport, completeText),
  IssueDirective: barredBeside(IssueDirective, ofTheIssuer, waitingToBeSigned, issuerStands, numberFree),
  ...rulingBars,
  AskLaterDue: barredBy(ofTheIssuer, inForce, basedOnAnother),
  AmendDirective: barredBeside(AmendDirective, ofTheIssuer, inForce, issuerStands),
  CompleteDirective: barredBeside(CompleteDirective, ofTheIssuer, inForce, allDone),
  WithdrawDirective: barredBeside(WithdrawDirective, ofTheIssuer, inForce, signedByNobody),
  RevokeDirective: barredBeside(RevokeDirective, inForce, ofTheIssuerOrAbove),
  SupersedeDirective: barredBeside(RevokeDirective, inForce, ofTheIssuerOrAbove),
};
