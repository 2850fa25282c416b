import { count, flag, instant, list, optional, part, partOf, pointer, ref, type PartData } from '#kernel';
import type { Round } from '../finding.round.js';

const resultPart = partOf(
  'RoundResult',
  {
    person: pointer('Who verified.', '核查人。'),
    organisation: optional(pointer('For which body.', '所属单位。')),
    passed: flag('It passed.', '是否通过。'),
    at: instant('When the log took it.', '记录时间。'),
  },
  { en: 'What a verifier made of a fix.', zh: '核查结果。' },
);

const roundPart = partOf(
  'FindingRound',
  {
    unit: pointer('The unit that was to rectify.', '整改责任单位。'),
    acceptor: pointer('The body that decided on the close-out.', '验收机构。'),
    orderedAt: instant('When the log took the order.', '交办的记录时间。'),
    firstDueAt: instant('When it was due at first.', '原定时限。'),
    dueAt: instant('When it was due in the end.', '最后时限。'),
    completionRecordedAt: optional(
      instant('When the log took the last report that it was done.', '报完成的记录时间。'),
    ),
    results: list(part(resultPart, 'What each verifier made of it.', '各核查结果。')),
    returned: count('How often it was sent back.', '退回次数。'),
    closedOutAt: optional(instant('When the log took its close-out.', '销号的记录时间。')),
    relapsed: flag('It came back after that.', '销号后是否反弹。'),
    late: flag('It was late.', '是否逾期。'),
  },
  {
    en: 'An earlier order and what became of it; it stays with the unit and the verifiers of that time.',
    zh: '以往一轮交办及结果（归当时的责任单位和核查人）。',
  },
);

export const shownRounds = list(part(roundPart, 'The orders before the present one.', '此前各轮交办。'));

/** A round, as it is shown. */
const shownRound = (round: Round): PartData<typeof roundPart> => {
  const { unit, acceptor, orderedAt, firstDueAt, dueAt, returned, late, completion, closedOut } = round;
  return {
    ...{ unit: ref(unit), acceptor: ref(acceptor), orderedAt, firstDueAt, dueAt, returned, late },
    ...(completion && { completionRecordedAt: completion.at }),
    ...(closedOut && { closedOutAt: closedOut.at }),
    relapsed: round.outcome === 'relapsed',
    results: round.results.map(({ by, orgId, passed, at }) => ({
      person: ref(by),
      ...(orgId && { organisation: ref(orgId) }),
      passed,
      at,
    })),
  };
};

/** The rounds before the present one, as they are shown. */
export const roundsOver = (rounds: readonly Round[]) => rounds.slice(0, -1).map(shownRound);
