import { happened, refused, type DataOf } from '#kernel';
import { askingIn, basesIn, isComplete, type ContentFacts } from '../content/content.rules.js';
import { aheadAbout } from './ahead.js';
import { isLater } from './clause-map.rules.js';
import type { DirectiveCommand } from './directive.commands.js';
import { beforeIssued } from './directive.ending.js';
import type { Decided, No, Rule } from './directive.rules.js';
import { wasSent, type Sent } from './directive.standing.js';
import { askedOf, isSameAsk } from './request.rules.js';
import type { AskedClause } from './request.shape.js';

type Asked = DataOf<DirectiveCommand, 'AskLaterDue'>;

/** Why this cannot be asked of that parent: it is no parent, the clauses are not there, or it may be due by then anyway. */
const notToAsk = (
  { directiveId, clause, by, due }: Asked,
  { content }: Sent,
  { upstream }: ContentFacts,
): No | undefined => {
  const parent = basesIn(content).includes(directiveId) ? upstream.get(directiveId) : undefined;
  if (!parent) return refused('BASIS_NOT_REGISTERED', 'directiveId');
  const theirs = askingIn(parent).find(({ key }) => key === clause);
  if (!theirs) return refused('MAPPED_CLAUSE_NOT_FOUND', 'clause');
  if (!askingIn(content).some(({ key }) => key === by)) return refused('MAPPED_CLAUSE_NOT_FOUND', 'by');
  if (!isComplete(due)) return refused('DUE_INCOMPLETE', 'due');
  return isLater(due, theirs.due) ? undefined : refused('NOT_LATER', 'due');
};

const askLaterDue: Rule<'AskLaterDue'> = (data, state, on, facts) => {
  const no = beforeIssued(state, on);
  if (no || !wasSent(state)) return no ?? refused('NOT_ISSUED');
  const fault = notToAsk(data, state, facts);
  if (fault) return fault;
  const asked = clauseIn(data, state);
  const known = aheadAbout(state.ahead, data);
  return known && isSameAsk(known.asked, asked) ? happened() : made(data, asked, state, facts);
};

/** What is asked about the clause, with what the own text says in its place. */
const clauseIn = ({ clause, by, due, reason }: Asked, { content }: Sent): AskedClause => {
  const own = content.clauses.find(({ key }) => key === by);
  return { clause, how: 'later', by, reason, ...(own && { text: own.text }), due };
};

const made = (data: Asked, asked: AskedClause, state: Sent, { upstream }: ContentFacts): Decided => {
  const { directiveId } = data;
  const parent = upstream.get(directiveId);
  if (!parent) return refused('BASIS_NOT_REGISTERED', 'directiveId');
  const { issuer } = state;
  const clauses = [...beside(state, data), asked];
  return happened({ type: 'RequestMade', data: { directiveId, orgId: parent.issuerId, issuer, clauses } });
};

/** What else is asked of that parent: one thing about each clause. */
const beside = ({ content, ahead }: Sent, { directiveId, clause }: Asked): readonly AskedClause[] => {
  const others = ahead.filter((one) => one.directiveId === directiveId && one.asked.clause !== clause);
  const said = askedOf(content, directiveId).filter(
    (one) => one.clause !== clause && !others.some(({ asked }) => asked.clause === one.clause),
  );
  return [...said, ...others.map(({ asked }) => asked)];
};

/** What a directive in force asks of the issuers of its parents. */
export const asking = { AskLaterDue: askLaterDue };
