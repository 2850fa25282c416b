import { refused, type Id, type Refusal, type Text } from '#kernel';
import type { Clause, Content } from './content.schema.js';
import { isClear, type DraftTies } from './draft.js';

export const CONTENT_REFUSALS = {
  CLAUSE_KEY_TWICE: { en: 'Two clauses have the same key.', zh: '两个条款的标识重复。' },
  PARENT_CLAUSE_NOT_FOUND: { en: 'The parent clause does not stand before it.', zh: '上级条款不在其前。' },
  DUE_INCOMPLETE: { en: 'A limit in words needs the words, a due instant the instant.', zh: '时限内容不完整。' },
  UPSTREAM_UNCLEAR: {
    en: 'Name either a directive that is registered here or the words that cite one.',
    zh: '须填写已登记的部署或引用文字，二者择一。',
  },
  BASIS_NOT_REGISTERED: {
    en: 'This basis is not registered: cite it in words, as unverified.',
    zh: '该依据未登记，请以引用文字填写并标为未核实。',
  },
  MEETING_NOT_FOUND: { en: 'There is no such meeting.', zh: '会议不存在。' },
} as const satisfies Record<string, Text>;

export type ContentRefusal = keyof typeof CONTENT_REFUSALS;
type Fault = Refusal<ContentRefusal> | undefined;

/** What a directive that others build on shows them. */
export interface Published {
  readonly clauses: readonly Clause[];
  /** The body that issued it, or keeps it: it rules on what is asked. */
  readonly issuerId: Id<'organisation'>;
  /** To whom the directive went; undefined for one that was registered here but never issued through the system. */
  readonly recipients?: readonly Id<'organisation'>[];
  /** When its last amendment was recorded. */
  readonly amendedAt?: string;
}

/** What must be known of others to judge a draft; a directive that is not published is absent. */
export interface ContentFacts {
  readonly upstream: ReadonlyMap<Id<'directive'>, Published>;
  readonly meetingIsHeld: boolean;
}

/** The first fault of a draft, or undefined when it may stand (D7: a basis is registered, or marked unverified). */
export const faultOf = (draft: DraftTies, content: Content, facts: ContentFacts): Fault =>
  faultyClause(content.clauses) ?? unclearUpstream(draft) ?? unknownUpstream(content, facts);

const faultyClause = (clauses: readonly Clause[]): Fault => {
  const seen = new Set<string>();
  for (const [index, { key, parent, due }] of clauses.entries()) {
    const at = ['clauses', String(index)] as const;
    if (seen.has(key)) return refused('CLAUSE_KEY_TWICE', ...at, 'key');
    if (parent !== undefined && !seen.has(parent)) return refused('PARENT_CLAUSE_NOT_FOUND', ...at, 'parent');
    if (due && !isComplete(due)) return refused('DUE_INCOMPLETE', ...at, 'due');
    seen.add(key);
  }
  return undefined;
};

export const isComplete = ({ rule, text, at }: NonNullable<Clause['due']>): boolean =>
  ({ none: true, stated: text !== undefined, by: at !== undefined })[rule];

const unclearUpstream = ({ bases = [], links = [] }: DraftTies): Fault => {
  for (const [name, list] of Object.entries({ bases, links })) {
    const index = list.findIndex((cited) => !isClear(cited));
    if (index >= 0) return refused('UPSTREAM_UNCLEAR', name, String(index));
  }
  return undefined;
};

/** Names of a content that lead nowhere: a basis, a tie or a meeting that is not there, or is not there any more. */
export const unknownUpstream = (content: Content, { upstream, meetingIsHeld }: ContentFacts): Fault => {
  for (const [index, basis] of content.bases.entries()) {
    if (isUnknown(basis, upstream)) return refused('BASIS_NOT_REGISTERED', 'bases', String(index));
  }
  for (const [index, { to }] of content.links.entries()) {
    if (isUnknown(to, upstream)) return refused('BASIS_NOT_REGISTERED', 'links', String(index));
  }
  return content.meetingId && !meetingIsHeld ? refused('MEETING_NOT_FOUND', 'meetingId') : undefined;
};

const isUnknown = (to: Content['bases'][number], upstream: ContentFacts['upstream']): boolean =>
  'directiveId' in to && !upstream.has(to.directiveId);

/** The clauses that ask for something: a heading is there for those below it. */
export const askingIn = ({ clauses }: { readonly clauses: readonly Clause[] }): readonly Clause[] =>
  clauses.filter(({ heading }) => !heading);

/** The directives of this system that a content names. */
export const namedIn = ({ bases, links }: Pick<Content, 'bases' | 'links'>): readonly Id<'directive'>[] =>
  [...bases, ...links.map(({ to }) => to)].flatMap((to) => ('directiveId' in to ? [to.directiveId] : []));

/** The directives that a content is based on. */
export const basesIn = ({ bases }: Pick<Content, 'bases'>): readonly Id<'directive'>[] => namedIn({ bases, links: [] });
