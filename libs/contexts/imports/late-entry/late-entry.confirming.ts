import { beforeAnswered, happened, refused, type DataOf, type Decision, type Occasion, type Refusal } from '#kernel';
import type { LateEntryCommand } from './late-entry.commands.js';
import type { LateEntryEvent } from './late-entry.events.js';
import type { LateEntryRefusal } from './late-entry.refusals.js';
import type { LateEntryState } from './late-entry.state.js';

type Said<T extends LateEntryCommand['type']> = DataOf<LateEntryCommand, T>;
type No = Refusal<LateEntryRefusal>;
type Decided = Decision<LateEntryEvent, LateEntryRefusal>;

/** SD4, W2: another person of the body that registered it confirms it, and says what they looked at. */
export const confirm = (said: Said<'ConfirmLateEntry'>, state: LateEntryState, on: Occasion): Decided => {
  const no = notTheirs(state, on) ?? otherThan(state, said);
  return no ?? happened({ type: 'LateEntryConfirmed', data: said });
};

/** Who registered something may take it back in this way. */
export const refuseEntry = ({ reason }: Said<'RefuseLateEntry'>, state: LateEntryState, on: Occasion): Decided => {
  const no = undecided(state, on);
  if (no) return no;
  return reason ? happened({ type: 'LateEntryRefused', data: { reason } }) : refused('REASON_REQUIRED', 'reason');
};

/** The entry of another body is to them like none. */
const undecided = (state: LateEntryState, on: Occasion): No | undefined => {
  if (state.is === 'new' || state.orgId !== on.orgId) return refused('LATE_ENTRY_ABSENT');
  return state.is === 'registered' ? beforeAnswered(on, state.act) : refused('ALREADY_DECIDED');
};

const notTheirs = (state: LateEntryState, on: Occasion): No | undefined => {
  const no = undecided(state, on);
  if (no || state.is === 'new') return no;
  const persons: readonly unknown[] = [on.actorId, on.onBehalfOf];
  return state.party.some((one) => persons.includes(one)) ? refused('OWN_LATE_ENTRY') : undefined;
};

const otherThan = (state: LateEntryState, { number, photoSha256, count }: Said<'ConfirmLateEntry'>): No | undefined => {
  if (state.is === 'new') return refused('LATE_ENTRY_ABSENT');
  if (number !== state.number) return refused('NOT_AS_REGISTERED', 'number');
  if (photoSha256 !== state.photoSha256) return refused('NOT_AS_REGISTERED', 'photoSha256');
  return count === state.count ? undefined : refused('NOT_AS_REGISTERED', 'count');
};
