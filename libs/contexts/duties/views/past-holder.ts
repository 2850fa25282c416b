import {
  id,
  instant,
  list,
  optional,
  part,
  partOf,
  pointer,
  sealed,
  text,
  vocabulary,
  word,
  type Id,
  type PartData,
  type WordOf,
} from '#kernel';
import { PARTIES, type Party } from '../duty-point.words.js';
import type { PartyCell } from './party-cell.js';

const ENDINGS = vocabulary('AssignmentEnding', 'How an assignment came to its end.', '责任分工结束方式。', {
  ENDED: { en: 'It was ended', zh: '结束' },
  TRANSFERRED: { en: 'It was handed over', zh: '移交' },
  INACTIVE: { en: 'Its holder was there no longer', zh: '责任人失效' },
});

const pastHolder = partOf(
  'PastHolder',
  {
    assignmentId: id('assignment', 'The assignment.', '分工编号。'),
    party: word(PARTIES, 'As which party.', '责任方。'),
    organisation: pointer('The organisation.', '机构。'),
    post: optional(pointer('The post.', '岗位。')),
    person: optional(pointer('The person.', '人员。')),
    from: instant('Since when it was theirs to accept.', '起始时间。'),
    acceptedAt: optional(instant('When they accepted.', '认领时间。')),
    until: instant('Until when.', '截止时间。'),
    ending: word(ENDINGS, 'How it came to its end.', '结束方式。'),
    successorId: optional(id('assignment', 'The assignment that it became.', '移交后的分工编号。')),
    openItems: list(sealed(text(500, 'What was still to be done then.', '当时未办结事项。'))),
  },
  { en: 'Somebody who was named for a party’s share, until it came to its end.', zh: '曾任责任人。' },
);

type PastHolder = PartData<typeof pastHolder>;

export const shownPastHolders = list(part(pastHolder, 'Who was named before, in order.', '历任责任人（按先后）。'));

/** How an assignment came to its end, as events tell. */
export type Ending = Pick<PastHolder, 'until' | 'openItems' | 'successorId'> & {
  readonly ending: WordOf<typeof ENDINGS>;
};

type Cells = { readonly [P in Party]: PartyCell };

/** Those named before, once one more assignment has come to its end; nobody new where there is no such assignment. */
export const endedIn = (
  cells: Cells & { readonly pastHolders: readonly PastHolder[] },
  assignmentId: Id<'assignment'>,
  ending: Ending,
): PastHolder[] => {
  const parties: readonly Party[] = ['territorial', 'departmental', 'unit', 'individual'];
  const ended = parties.flatMap((party) =>
    [...[cells[party].lead].flatMap((lead) => lead ?? []), ...cells[party].assisting]
      .filter((one) => one.assignmentId === assignmentId)
      .map(({ fit: _, ...holder }) => ({ ...holder, party, ...ending })),
  );
  return [...cells.pastHolders, ...ended];
};
