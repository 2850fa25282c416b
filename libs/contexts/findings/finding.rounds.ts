import { wasEnteredLate } from '#contexts/policy-packs';
import type { Act } from '#kernel';
import type { FindingData, FindingEvent } from './finding.events.js';
import type { OrgId, Round, RoundOutcome } from './finding.round.js';

type Change<T extends FindingEvent['type']> = (round: Round, data: FindingData<T>, act: Act) => Partial<Round>;

const reported = (act: Act, dated?: 'field'): Partial<Round> => ({
  completion: { at: act.recordedAt, by: act.actorId, ...(wasEnteredLate(act, dated) && { lateEntry: true }) },
});

const result = ({ results }: Round, passed: boolean, { actorId: by, orgId, recordedAt: at }: Act) => ({
  results: [...results, { by, ...(orgId && { orgId }), passed, at }],
});

const isLateBy = ({ firstDueAt, late }: Round, at: string | undefined): boolean =>
  late || (at !== undefined && at > firstDueAt);

/** An order that is taken back after it was due was late. */
const takenBack = (round: Round, outcome: RoundOutcome, { recordedAt }: Act) => ({
  outcome,
  late: isLateBy(round, recordedAt),
});

/** What each fact changes about the round under way. */
const changes: { readonly [T in FindingEvent['type']]?: Change<T> } = {
  RectificationAcknowledged: (_, __, { recordedAt }) => ({ acknowledgedAt: recordedAt }),
  ImmediateFixReported: (_, __, act) => reported(act, 'field'),
  CompletionReported: (_, __, act) => reported(act),
  EarlierFixTaken: (_, { reportedAt: at, reportedBy: by }) => ({ completion: { at, by } }),
  VerifierPassed: (round, _, act) => result(round, true, act),
  VerificationPassed: (round, _, act) => ({
    ...result(round, true, act),
    late: isLateBy(round, round.completion?.lateEntry ? undefined : round.completion?.at),
  }),
  VerificationFailed: (round, _, act) => ({ ...result(round, false, act), returned: round.returned + 1 }),
  CloseOutApproved: (_, __, { actorId: by, recordedAt: at }) => ({ closedOut: { at, by }, outcome: 'closedOut' }),
  CloseOutRefused: ({ returned }) => ({ returned: returned + 1 }),
  RelapseConfirmed: () => ({ outcome: 'relapsed' }),
  OrderRedirected: (round, _, act) => takenBack(round, 'redirected', act),
  OrderWithdrawn: (round, _, act) => takenBack(round, 'withdrawn', act),
  FindingMerged: (round, _, act) => takenBack(round, 'merged', act),
  AcceptorReplaced: (_, { acceptorOrgId }) => ({ acceptor: acceptorOrgId }),
};

const TAKEN_BACK: readonly (RoundOutcome | undefined)[] = ['redirected', 'withdrawn'];

/** An order that was taken back and comes to the same unit again is due when it was first due: nothing is won by the detour. */
const firstDue = (before: readonly Round[], unit: OrgId, dueAt: string): string => {
  const last = before.findLast((round) => round.unit === unit);
  return last && TAKEN_BACK.includes(last.outcome) && last.firstDueAt < dueAt ? last.firstDueAt : dueAt;
};

const opened = (
  before: readonly Round[],
  { unitId, acceptorOrgId, dueAt }: FindingData<'RectificationOrdered'>,
  { recordedAt }: Pick<Act, 'recordedAt'>,
): Round => ({
  unit: unitId,
  acceptor: acceptorOrgId,
  orderedAt: recordedAt,
  firstDueAt: firstDue(before, unitId, dueAt),
  dueAt,
  extensions: 0,
  results: [],
  returned: 0,
  late: false,
});

/** The facts that open a round. */
const opens: {
  readonly [T in FindingEvent['type']]?: (before: readonly Round[], data: FindingData<T>, act: Act) => Round;
} = {
  RectificationOrdered: opened,
  OrderRedirected: opened,
};

/** The rounds after one more fact; earlier rounds stay as they ended. */
export const roundsAfter = <T extends FindingEvent['type']>(
  before: readonly Round[],
  type: T,
  data: FindingData<T>,
  act: Act,
): readonly Round[] => {
  const current = before.at(-1);
  const changed = current && changes[type]?.(current, data, act);
  const rounds = current && changed ? before.with(-1, { ...current, ...changed }) : before;
  const next = opens[type]?.(rounds, data, act);
  return next ? [...rounds, next] : rounds;
};

/** Whether any round of a finding was late. */
export const wasLate = (rounds: readonly Round[]): boolean => rounds.some(({ late }) => late);
