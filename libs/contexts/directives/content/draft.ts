import type { ShapeData } from '#kernel';
import type { draftFields } from './content.fields.js';
import type { Content, Upstream } from './content.schema.js';

/** A directive's content as somebody asks for it: clauses stand in their order, and lists may be left out. */
export type Draft = ShapeData<typeof draftFields>;

/** What a draft names besides its own clauses. */
export type DraftTies = Pick<Draft, 'bases' | 'links' | 'meetingId'>;

type Cited = NonNullable<Draft['bases']>[number];

/** Whether a reference says exactly one of the two: which directive here, or which words cite one elsewhere. */
export const isClear = ({ directiveId, citation }: Cited): boolean =>
  (directiveId === undefined) !== (citation === undefined);

const upstream = ({ directiveId, citation = '' }: Cited): Upstream =>
  directiveId ? { directiveId } : { citation, unverified: true };

/** The ties that a draft names, as a content keeps them. */
export const tiesOf = ({ bases = [], links = [], meetingId }: DraftTies) => ({
  bases: bases.map(upstream),
  links: links.map(({ link, ...to }) => ({ link, to: upstream(to) })),
  ...(meetingId && { meetingId }),
});

const inOrder = (clauses: Draft['clauses']): Content['clauses'] =>
  clauses.map(({ key, number = '', heading, ...clause }, index) => ({
    ...clause,
    key: key ?? String(index + 1),
    number,
    order: index + 1,
    ...(heading && { heading }),
  }));

/** What an amendment puts in the place of the former text: all that it says, but not what kind of order it is. */
export type Amended = Pick<Draft, 'text' | 'clauses' | 'declared' | 'clauseMap'>;

/** The content of a directive once it is amended. */
export const amendedContent = (
  before: Content,
  { text, clauses, declared = [], clauseMap = [] }: Amended,
): Content => ({ ...before, text, clauses: inOrder(clauses), declared: [...declared], clauseMap: [...clauseMap] });

/** The content that a draft stands for. */
export const contentOf = (draft: Draft): Content => {
  const { clauses, declared = [], clauseMap = [], instrument, urgency, number, title, text } = draft;
  return {
    ...{ instrument, urgency, title, text },
    ...(number !== undefined && { number }),
    clauses: inOrder(clauses),
    declared: [...declared],
    clauseMap: [...clauseMap],
    ...tiesOf(draft),
  };
};
