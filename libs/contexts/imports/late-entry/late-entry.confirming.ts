import {
  actsAsOneOf,
  barOf,
  barredBy,
  beforeAnswered,
  happened,
  refused,
  type DataOf,
  type Decision,
  type Occasion,
  type Refusal,
} from '#kernel';
import type { LateEntryCommand } from './late-entry.commands.js';
import type { LateEntryEvent } from './late-entry.events.js';
import type { LateEntryRefusal } from './late-entry.refusals.js';
import type { LateEntryState } from './late-entry.state.js';

type Said<T extends LateEntryCommand['type']> = DataOf<LateEntryCommand, T>;
type No = Refusal<LateEntryRefusal>;
type Decided = Decision<LateEntryEvent, LateEntryRefusal>;

/** SD4, W2: another person of the body that registered it confirms it, and says what they looked at. */
export const confirm = (said: Said<'ConfirmLateEntry'>, state: LateEntryState, on: Occasion): Decided => {
  const no = dated(state, on) ?? otherThan(state, said);
  return no ?? happened({ type: 'LateEntryConfirmed', data: said });
};

/** Who registered something may take it back in this way. */
export const refuseEntry = ({ reason }: Said<'RefuseLateEntry'>, state: LateEntryState, on: Occasion): Decided => {
  const no = dated(state, on);
  if (no) return no;
  return reason ? happened({ type: 'LateEntryRefused', data: { reason } }) : refused('REASON_REQUIRED', 'reason');
};

/** W1: it is not decided on before it was registered. */
const dated = (state: LateEntryState, on: Occasion): No | undefined =>
  state.is === 'new' ? refused('LATE_ENTRY_ABSENT') : beforeAnswered(on, state.act);

const bar = barOf<LateEntryState, LateEntryRefusal>();

/** The entry of another body is to them like none. */
const ofItsBody = bar('relation', { en: 'of the body that registered it', zh: '登记机构' }, (state, { orgId }) =>
  state.orgId === orgId ? undefined : 'LATE_ENTRY_ABSENT',
);

const undecided = bar('stage', { en: 'until it is decided', zh: '未作出决定' }, ({ is }) =>
  is === 'registered' ? undefined : 'ALREADY_DECIDED',
);

const ofNoParty = bar(
  'recusal',
  { en: 'SD4: neither who registered it nor who took it', zh: 'SD4：非登记人及收取人' },
  ({ party }, on) => (actsAsOneOf(on, party) ? 'OWN_LATE_ENTRY' : undefined),
);

/** What stands in the way of each decision on a late entry, whatever was looked at. */
export const lateEntryBars = {
  ConfirmLateEntry: barredBy<LateEntryState, LateEntryRefusal>(ofItsBody, undecided, ofNoParty),
  RefuseLateEntry: barredBy<LateEntryState, LateEntryRefusal>(ofItsBody, undecided),
};

const otherThan = (state: LateEntryState, { number, photoSha256, count }: Said<'ConfirmLateEntry'>): No | undefined => {
  if (state.is === 'new') return refused('LATE_ENTRY_ABSENT');
  if (number !== state.number) return refused('NOT_AS_REGISTERED', 'number');
  if (photoSha256 !== state.photoSha256) return refused('NOT_AS_REGISTERED', 'photoSha256');
  return count === state.count ? undefined : refused('NOT_AS_REGISTERED', 'count');
};
