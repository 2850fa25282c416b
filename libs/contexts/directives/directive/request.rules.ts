import type { Id } from '#kernel';
import type { ContentFacts } from '../content/content.rules.js';
import type { Content, Issuer } from '../content/content.schema.js';
import { asksFor } from '../content/tie.words.js';
import type { DirectiveEvent } from './directive.events.js';
import type { AskedClause, Request } from './request.shape.js';

interface Asking {
  readonly issuer: Issuer;
  readonly requests: readonly Request[];
  /** What is asked besides, before the text says so. */
  readonly ahead: readonly { readonly directiveId: Id<'directive'>; readonly asked: AskedClause }[];
}

/** Whoever begins asked nothing before. */
export const beginning = (issuer: Issuer): Asking => ({ issuer, requests: [], ahead: [] });

/** What a text asks of the issuers of its parents, as far as that is news to them, and what it asks no longer (D3). */
export const asks = (
  content: Content,
  { upstream }: Pick<ContentFacts, 'upstream'>,
  before: Asking,
): DirectiveEvent[] => {
  const parents = parentsAsked(content, before);
  const made = requestsTo(parents, content, upstream, before);
  const known = new Map(before.requests.map((one) => [one.directiveId, said(one.clauses)]));
  const news = made.filter(({ directiveId, clauses }) => known.get(directiveId) !== said(clauses));
  const dropped = before.requests.filter(({ directiveId }) => !parents.includes(directiveId));
  return [...news.map((data): DirectiveEvent => ({ type: 'RequestMade', data })), ...drops(dropped)];
};

/** The parents of whose issuers a text, or who stands by it, asks something. */
const parentsAsked = ({ clauseMap }: Content, { ahead }: Asking): readonly Id<'directive'>[] => [
  ...new Set([...clauseMap.filter(({ how }) => asksFor(how)), ...ahead].map(({ directiveId }) => directiveId)),
];

const requestsTo = (
  parents: readonly Id<'directive'>[],
  content: Content,
  upstream: ContentFacts['upstream'],
  before: Asking,
): readonly Request[] =>
  parents.flatMap((directiveId) => {
    const orgId = upstream.get(directiveId)?.issuerId;
    const clauses = allAsked(content, directiveId, before);
    return orgId ? [{ directiveId, orgId, issuer: before.issuer, clauses }] : [];
  });

/** The parents of which something is asked that was never kept as a fact: it was asked before there were any. */
export const parentsUntold = (content: Content, before: Asking): readonly Id<'directive'>[] =>
  parentsAsked(content, before).filter((id) => !before.requests.some(({ directiveId }) => directiveId === id));

/** What is asked of these, as far as they are there to be asked. */
export const requestsUntold = (
  content: Content,
  { upstream }: Pick<ContentFacts, 'upstream'>,
  before: Asking,
): readonly Request[] => requestsTo(parentsUntold(content, before), content, upstream, before);

/** The same words, however the record orders their names. */
const said = (clauses: Request['clauses']): string =>
  JSON.stringify(
    clauses.map(({ clause, how, by, reason, text, due }) => [
      ...[clause, how, by, reason, text],
      ...[due?.rule, due?.text, due?.at],
    ]),
  );

/** What ends asks nothing any more. */
export const drops = (requests: readonly Request[]): DirectiveEvent[] =>
  requests.map(({ directiveId }) => ({ type: 'RequestDropped', data: { directiveId } }));

/** What the text asks of a parent, and what is asked ahead of it: one thing about each clause. */
const allAsked = (content: Content, directiveId: Id<'directive'>, { ahead }: Asking): AskedClause[] => {
  const more = ahead.flatMap((one) => (one.directiveId === directiveId ? [one.asked] : []));
  const said = askedOf(content, directiveId).filter(({ clause }) => !more.some((one) => one.clause === clause));
  return [...said, ...more];
};

/** Whether two requests ask for the same, in whatever words the own clause stands. */
export const isSameAsk = ({ text: _, ...one }: AskedClause, { text: __, ...other }: AskedClause): boolean =>
  said([one]) === said([other]);

export const askedOf = ({ clauseMap, clauses }: Content, directiveId: Id<'directive'>): AskedClause[] =>
  clauseMap
    .filter((one) => one.directiveId === directiveId && asksFor(one.how))
    .map(({ clause, how, by, reason }) => {
      const own = clauses.find(({ key }) => key === by);
      return {
        ...{ clause, how, ...(by !== undefined && { by }), ...(reason !== undefined && { reason }) },
        ...(own && { text: own.text, ...(own.due && { due: own.due }) }),
      };
    });

/** What is asked, with one more request; a parent is asked once. */
export const withRequest = (requests: readonly Request[], one: Request): readonly Request[] => [
  ...withoutRequest(requests, one),
  one,
];

export const withoutRequest = (
  requests: readonly Request[],
  { directiveId }: Pick<Request, 'directiveId'>,
): readonly Request[] => requests.filter((other) => other.directiveId !== directiveId);
