import { beforeAnswered, changedSince, happened, refused, type Occasion } from '#kernel';
import { basesIn, faultOf, type ContentFacts } from '../content/content.rules.js';
import type { Content } from '../content/content.schema.js';
import { amendedContent } from '../content/draft.js';
import { rulingsFor, stillAhead } from './ahead.js';
import { mapFaultOf } from './clause-map.rules.js';
import { beforeIssued } from './directive.ending.js';
import type { No, Rule } from './directive.rules.js';
import { wasSent, type Sent } from './directive.standing.js';
import { asks } from './request.rules.js';
import { openRequest } from './requests.js';

/** D1: the former text stays as it was; an amendment is another version of it, with its own number, by the same issuer (D10). */
const amend: Rule<'AmendDirective'> = ({ expectedRevision, reason, ...asked }, state, on, facts) => {
  const no = beforeIssued(state, on);
  if (no || !wasSent(state)) return no ?? refused('NOT_ISSUED');
  const content = amendedContent(state.content, asked);
  const fault = notAmendable(state, expectedRevision, on) ?? faultyText(content, state, facts);
  if (fault) return fault;
  if (!reason) return refused('REASON_MISSING', 'reason');
  const { text, clauses, declared, clauseMap } = content;
  const numbers = { number: state.amendments.length + 1, textVersion: state.textVersion + 1 };
  const data = { ...numbers, text, clauses, declared, clauseMap, ...differences(state.content, content) };
  return happened(
    { type: 'DirectiveAmended', data: { ...data, amendedAt: on.occurredAt, reason } },
    ...asks(content, facts, { ...state, ahead: stillAhead(state.ahead, content) }),
  );
};

const notAmendable = (
  { textVersion: revision, written: last, latest }: Sent,
  expected: number,
  on: Occasion,
): No | undefined => changedSince(expected, { revision, last }) ?? beforeAnswered(on, latest, last);

/** D2, D3, D10: an amended text answers for the same as a new one; what it asks for is granted before it holds. */
const faultyText = (content: Content, state: Sent, facts: ContentFacts): No | undefined => {
  if (content.clauses.length === 0) return refused('NO_CLAUSES', 'clauses');
  const open = content.clauses.findIndex(({ due, heading }) => due === undefined && !heading);
  if (open >= 0) return refused('DUE_NOT_STATED', 'clauses', String(open), 'due');
  const fault = faultOf({}, content, facts) ?? mapFaultOf(content, facts);
  if (fault) return fault;
  const later = openRequest(content, rulingsFor(state, content), (how) => how === 'later');
  if (later >= 0) return refused('LATER_DUE_NOT_GRANTED', 'clauseMap', String(later));
  return state.reopened.length === 0 && wholeOf(content) === wholeOf(state.content)
    ? refused('NOTHING_AMENDED')
    : undefined;
};

/** Which clauses an amendment changes, adds and drops; a clause is known by its key. */
export const differences = ({ clauses: before }: Content, { clauses: after }: Content) => {
  const former = new Map(before.map((clause) => [clause.key, said(clause)]));
  const keys = after.map(({ key }) => key);
  return {
    changed: after.filter((one) => former.has(one.key) && former.get(one.key) !== said(one)).map(({ key }) => key),
    added: keys.filter((key) => !former.has(key)),
    dropped: before.map(({ key }) => key).filter((key) => !keys.includes(key)),
  };
};

/** Everything that an amendment may change. */
const wholeOf = ({ text, clauses, declared, clauseMap }: Content): string =>
  JSON.stringify([
    text,
    clauses.map((one) => [one.key, said(one)]),
    declared.map(({ under, count }) => [under, count]),
    clauseMap.map(({ directiveId, clause, how, by, reason }) => [directiveId, clause, how, by, reason]),
  ]);

/** What a clause asks for, wherever it stands in the order. */
const said = ({ number, parent, text, due, heading }: Content['clauses'][number]): string =>
  JSON.stringify([number, parent, text, due?.rule, due?.text, due?.at, heading]);

/** A directive knows what builds on it, as the record of the other one says. */
const recordChild: Rule<'RecordChild'> = ({ childId }, state, _, isBuiltOnThis) => {
  if (state.is === 'new' || !isBuiltOnThis) return refused('NOT_BUILT_ON_THIS');
  return state.children.includes(childId) ? happened() : happened({ type: 'ChildRecorded', data: { childId } });
};

/** D3: what was mapped before the amendment was recorded is to be mapped again. */
const reopen: Rule<'ReopenClauses'> = ({ directiveId, textVersion }, state, _, amendment) => {
  if (!wasSent(state) || !amendment || !basesIn(state.content).includes(directiveId)) {
    return refused('NOT_BUILT_ON_THIS');
  }
  const { touched, amendedAt } = amendment;
  const nothing = touched.length === 0 || state.written.recordedAt > amendedAt;
  const known = state.bases.some((one) => one.directiveId === directiveId && one.textVersion >= textVersion);
  return nothing || known
    ? happened()
    : happened({ type: 'BasisAmended', data: { directiveId, textVersion, clauses: [...touched] } });
};

/** How the text of an order changes while it is in force, and what that means for what builds on it. */
export const amending = { AmendDirective: amend, RecordChild: recordChild, ReopenClauses: reopen };
