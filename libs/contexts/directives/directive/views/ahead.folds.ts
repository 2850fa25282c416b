import { ref, type DataOf } from '#kernel';
import type { DirectiveEvent } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';

type Ahead = DirectiveCard['askedAhead'][number];
type Said = Pick<DirectiveCard, 'clauseMap' | 'clauses'>;

type Due = Ahead['due'];
type Words = Pick<Ahead, 'directive' | 'clause' | 'by' | 'reason'>;

const dueIn = (due: Due): string => [due?.rule, due?.text, due?.at].join('\n');

/** Whether both ask for the same about the same clause, for the same reason. */
const isAlike = (one: Words, [due, other, otherDue]: readonly [Due, Words, Due]): boolean =>
  [one, other]
    .map(({ directive, clause, by, reason }) => [directive.id, clause, by, reason].join('\n'))
    .every((words, _, [first]) => words === first) && dueIn(due) === dueIn(otherDue);

/** Whether an entry of a clause map says exactly this. */
const says =
  (ahead: Ahead, { clauses }: Said) =>
  (entry: Said['clauseMap'][number]): boolean =>
    entry.how === 'later' && isAlike(entry, [clauses.find(({ key }) => key === entry.by)?.due, ahead, ahead.due]);

const isSaid = (ahead: Ahead, said: Said): boolean => said.clauseMap.some(says(ahead, said));

/** A card after a request was made: what the text does not say is asked ahead of it, and keeps its ruling. */
export const askedAhead = (
  card: DirectiveCard | undefined,
  { directiveId, clauses }: DataOf<DirectiveEvent, 'RequestMade'>,
): DirectiveCard | undefined => {
  if (!card) return undefined;
  const made = clauses
    .filter(({ how }) => how === 'later')
    .map(({ clause, by, due, reason }): Ahead => ({
      ...{ directive: ref(directiveId), clause, request: 'requested' },
      ...{ ...(by !== undefined && { by }), ...(due && { due }), ...(reason !== undefined && { reason }) },
    }))
    .filter((one) => !isSaid(one, card))
    .map((one) => card.askedAhead.find((old) => isAlike(old, [old.due, one, one.due])) ?? one);
  return { ...card, askedAhead: [...otherThan(card.askedAhead, directiveId), ...made] };
};

const otherThan = (ahead: readonly Ahead[], directiveId: string): Ahead[] =>
  ahead.filter(({ directive }) => directive.id !== directiveId);

export const droppedAhead = (
  card: DirectiveCard | undefined,
  { directiveId }: DataOf<DirectiveEvent, 'RequestDropped'>,
): DirectiveCard | undefined => card && { ...card, askedAhead: otherThan(card.askedAhead, directiveId) };

/** The clause map of an amended text, with the rulings on what was asked ahead of it, and what is asked ahead of it still. */
export const afterAmending = (before: DirectiveCard, said: Said): Pick<DirectiveCard, 'clauseMap' | 'askedAhead'> => ({
  clauseMap: said.clauseMap.map((entry) => {
    const ahead = before.askedAhead.find((one) => says(one, said)(entry));
    return ahead
      ? { ...entry, request: ahead.request, ...(ahead.ruling !== undefined && { ruling: ahead.ruling }) }
      : entry;
  }),
  askedAhead: before.askedAhead.filter((one) => one.request !== 'refused' && !isSaid(one, said)),
});
