import {
  claiming,
  happened,
  refused,
  type DataOf,
  type Decision,
  type FactsReader,
  type Id,
  type Occasion,
  type Refusal,
} from '#kernel';
import { alsoAway, deputyKey, type AlsoAway } from './deputy.pairs.js';
import type { DeputyRefusal } from './deputy.refusals.js';
import { absencesIn, deputiesSince, isThere } from './deputy.state.js';
import type { PersonCommand } from './person.commands.js';
import type { PersonEvent } from './person.events.js';
import { personStream, postsHeldAt, type Appointment, type PersonState } from './person.state.js';

/** Who is to stand in, by their own record. */
interface Naming {
  readonly deputy: PersonState;
  /** Whether it is the one for whom they were to stand in. */
  readonly isSelf: boolean;
}

export interface DeputyFacts {
  readonly NameDeputy: Naming;
  readonly ReportAbsence: AlsoAway;
}

type Code = DeputyRefusal | 'POST_NOT_HELD' | 'REASON_REQUIRED';
type Answer = Decision<PersonEvent, Code>;
type Asked<T extends PersonCommand['type']> = DataOf<PersonCommand, T>;
type Reads<T extends keyof DeputyFacts> = FactsReader<PersonState, Asked<T>, DeputyFacts[T]>;

const NameDeputy: Reads<'NameDeputy'> = async (read, { deputyId }, { stream }) => {
  // Who had this deputy before is looked at so that it can be noted who has them now.
  const [deputy] = await Promise.all([read.state(personStream, deputyId), read.claimedBy(deputyKey(deputyId), stream)]);
  return { deputy, isSelf: deputyId === stream };
};

const ReportAbsence: Reads<'ReportAbsence'> = alsoAway;

/** What is read of others for these commands. */
export const deputyFacts = { NameDeputy, ReportAbsence };

const heldAt = (state: PersonState, postId: Id<'post'>, at: string): Appointment | undefined =>
  postsHeldAt(state, at).find((held) => held.postId === postId);

/** A4: somebody else, who is in that body then and not away. */
const cannotStandIn = (
  { deputy, isSelf }: Naming,
  { orgId }: Appointment,
  at: string,
): Refusal<'SAME_PERSON' | 'DEPUTY_NOT_IN_BODY' | 'DEPUTY_ABSENT'> | undefined => {
  if (isSelf) return refused('SAME_PERSON', 'deputyId');
  if (!postsHeldAt(deputy, at).some((own) => own.orgId === orgId)) return refused('DEPUTY_NOT_IN_BODY', 'deputyId');
  return isThere(deputy, orgId, { since: at, at }) ? undefined : refused('DEPUTY_ABSENT', 'deputyId');
};

const nameDeputy = (
  { postId, deputyId, from: told }: Asked<'NameDeputy'>,
  state: PersonState,
  on: Occasion,
  naming: Naming,
): Answer => {
  const from = told ?? on.occurredAt;
  const held = heldAt(state, postId, from);
  if (!held) return refused('POST_NOT_HELD', 'postId');
  if (deputyId === on.actorId) return refused('OWN_DEPUTY', 'deputyId');
  const no = cannotStandIn(naming, held, from);
  if (no) return no;
  const last = deputiesSince(state, postId, from).at(-1);
  if (last?.deputyId === deputyId && last.to === undefined) return refused('ALREADY_DEPUTY', 'deputyId');
  return claiming(happened({ type: 'DeputyNamed', data: { postId, deputyId, from } }), [
    { key: deputyKey(deputyId), seenBy: { territory: held.territoryPath, orgs: [held.orgId] } },
  ]);
};

const endDeputy = ({ postId }: Asked<'EndDeputy'>, state: PersonState, { occurredAt: to }: Occasion): Answer =>
  deputiesSince(state, postId, to).length > 0
    ? happened({ type: 'DeputyEnded', data: { postId, to } })
    : refused('NO_DEPUTY', 'postId');

const absent = ({ postId, from, to, reason }: Asked<'EnterAbsence'>, state: PersonState): Answer => {
  if (!heldAt(state, postId, from)) return refused('POST_NOT_HELD', 'postId');
  if (to <= from) return refused('ABSENCE_ENDS_FIRST', 'to');
  if (absencesIn(state, postId, { from, to }).length > 0) return refused('ABSENCE_OVERLAPS', 'from');
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  return happened({ type: 'AbsenceReported', data: { postId, from, to, reason } });
};

/** A4: whoever is away at the same time as somebody for whom they stand in does not simply go. */
const reportAbsence = (
  asked: Asked<'ReportAbsence'>,
  state: PersonState,
  _: Occasion,
  { isAnybody, seen }: AlsoAway,
): Answer =>
  isAnybody ? { ...refused('BOTH_ABSENT', 'from'), ...(seen.length > 0 && { others: seen }) } : absent(asked, state);

/** A4: what has come to pass is entered; then nobody acts for either. SD4: but not by who would act because of it. */
const enterAbsence = (asked: Asked<'EnterAbsence'>, state: PersonState, { actorId }: Occasion): Answer => {
  const named = deputiesSince(state, asked.postId, asked.from);
  return named.some(({ deputyId }) => deputyId === actorId) ? refused('OWN_DEPUTY', 'postId') : absent(asked, state);
};

const returned = (
  { postId, since: from }: Asked<'EnterReturn'>,
  state: PersonState,
  { occurredAt }: Occasion,
): Answer => {
  const away =
    state.is === 'new' ? undefined : state.absences.find((one) => one.postId === postId && one.from === from);
  if (!away || away.to <= occurredAt) return refused('NOT_ABSENT', 'since');
  return happened({ type: 'AbsenceEnded', data: { postId, from, to: from < occurredAt ? occurredAt : from } });
};

/** The rules about who stands in for whom, and about being away. */
export const deputyRules = {
  NameDeputy: nameDeputy,
  EndDeputy: endDeputy,
  ReportAbsence: reportAbsence,
  ReportReturn: returned,
  EnterAbsence: enterAbsence,
  EnterReturn: returned,
};
