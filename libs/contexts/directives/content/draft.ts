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

/** The content that a draft stands for. */
export const contentOf = (draft: Draft): Content => {
  const { clauses, declared = [], clauseMap = [], instrument, urgency, title, text } = draft;
  return {
    ...{ instrument, urgency, title, text },
    clauses: clauses.map(({ key, number = '', heading, ...clause }, index) => ({
      ...clause,
      key: key ?? String(index + 1),
      number,
      order: index + 1,
      ...(heading && { heading }),
    })),
    declared: [...declared],
    clauseMap: [...clauseMap],
    ...tiesOf(draft),
  };
};
