import type { Id } from '#kernel';
import type { Adaptation, Content, Due, Upstream } from './content.js';

interface Cited {
  readonly directiveId?: Id<'directive'>;
  readonly citation?: string;
}

/** A directive's content as somebody asks for it: clauses stand in their order, and lists may be left out. */
export interface Draft extends Pick<Content, 'instrument' | 'urgency' | 'title' | 'text'> {
  readonly clauses: readonly {
    /** The clause's name in its directive; when it is left out, its place in the list is its name. */
    readonly key?: string;
    readonly number?: string;
    readonly parent?: string;
    readonly text: string;
    readonly due?: Due;
  }[];
  readonly declared?: Readonly<Content['declared']>;
  readonly bases?: readonly Cited[];
  readonly links?: readonly (Cited & { readonly link: Content['links'][number]['link'] })[];
  readonly clauseMap?: readonly Adaptation[];
  readonly meetingId?: Id<'meeting'>;
}

/** Whether a reference says exactly one of the two: which directive here, or which words cite one elsewhere. */
export const isClear = ({ directiveId, citation }: Cited): boolean =>
  (directiveId === undefined) !== (citation === undefined);

const upstream = ({ directiveId, citation = '' }: Cited): Upstream =>
  directiveId ? { directiveId } : { citation, unverified: true };

/** The content that a draft stands for. */
export const contentOf = (draft: Draft): Content => {
  const { clauses, declared = [], bases = [], links = [], clauseMap = [], meetingId } = draft;
  const { instrument, urgency, title, text } = draft;
  return {
    instrument,
    urgency,
    title,
    text,
    clauses: clauses.map(({ key, number = '', ...clause }, index) => ({
      ...clause,
      key: key ?? String(index + 1),
      number,
      order: index + 1,
    })),
    declared: [...declared],
    bases: bases.map(upstream),
    links: links.map(({ link, ...to }) => ({ link, to: upstream(to) })),
    clauseMap: [...clauseMap],
    ...(meetingId && { meetingId }),
  };
};
