import { ACT_DATING, inForce, LATE_ENTRIES_BACK } from '#contexts/policy-packs';
import { happened, refused, type DataOf, type Decision, type Id, type Occasion, type Refusal } from '#kernel';
import { minutesAfter } from '#time';
import type { LateEntryCommand } from './late-entry.commands.js';
import type { LateEntryEvent } from './late-entry.events.js';
import type { LateEntryRefusal } from './late-entry.refusals.js';
import type { LateEntryState } from './late-entry.state.js';

/** The body in whose name it is registered, while there is such. */
export interface Registrar {
  readonly orgId: Id<'organisation'>;
  readonly territoryPath: string;
}

type Entry = Omit<DataOf<LateEntryEvent, 'LateEntryRegistered'>, 'registeredBy' | 'reason'> & {
  readonly reason?: string | undefined;
};
type No = Refusal<LateEntryRefusal>;
const MINUTES_OF_A_DAY = 24 * 60;

type Decided = Decision<LateEntryEvent, LateEntryRefusal>;

const timesWrong = ({ kind, happenedFrom, happenedTo }: Entry, { occurredAt }: Occasion): No | undefined => {
  const [first, last] = kind === 'paper' ? ['happenedAt', 'happenedAt'] : ['happenedFrom', 'happenedTo'];
  if (happenedTo > occurredAt) return refused('NOT_PAST', last);
  if (happenedTo < happenedFrom) return refused('ENDS_BEFORE_BEGIN', last);
  if (happenedFrom < inForce(ACT_DATING, occurredAt).earliest) return refused('BEFORE_ALL', first);
  return kind === 'paper' && isOldPaper(happenedFrom, occurredAt) ? refused('TOO_FAR_BACK', first) : undefined;
};

/** Whether paper of this moment is too old to be told. */
export const isOldPaper = (happened: string, now: string): boolean =>
  happened < minutesAfter(now, -inForce(LATE_ENTRIES_BACK, now).paperDays * MINUTES_OF_A_DAY);

/** W2: what somebody enters of the past is registered first, with what shows it, and is nothing until a second person looked at it. */
const register = (entry: Entry, state: LateEntryState, on: Occasion, registeredBy: Registrar | undefined): Decided => {
  if (state.is !== 'new') return refused('ALREADY_REGISTERED');
  if (!registeredBy) return refused('REGISTRAR_UNKNOWN');
  const { reason } = entry;
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if ((entry.number === undefined) === (entry.photoSha256 === undefined)) return refused('NUMBER_OR_PHOTO', 'number');
  const no = timesWrong(entry, on);
  return no ?? happened({ type: 'LateEntryRegistered', data: { ...entry, reason, registeredBy } });
};

/** One piece of paper tells one act, of one moment. */
export const registerPaper = (
  { happenedAt, ...paper }: DataOf<LateEntryCommand, 'RegisterLateEntry'>,
  ...rest: [LateEntryState, Occasion, Registrar | undefined]
): Decided =>
  register({ kind: 'paper', ...paper, happenedFrom: happenedAt, happenedTo: happenedAt, count: 1 }, ...rest);

export const registerLedger = (
  ledger: DataOf<LateEntryCommand, 'RegisterLedger'>,
  ...rest: [LateEntryState, Occasion, Registrar | undefined]
): Decided => register({ kind: 'ledger', ...ledger }, ...rest);
