import { hasOneOf, type Actor, type LateEntries, type ToldLate } from '#access';
import type { CommandDeclaration, Role, StateReader } from '#kernel';
import { lateEntry } from './late-entry.decider.js';
import { isOldPaper } from './late-entry.registering.js';
import { lateEntryStream, type KnownLateEntry, type LateEntryState } from './late-entry.state.js';

/** Who may tell what ledgers hold: of everything, and of the directory. */
const KEEPERS: readonly Role[] = ['hq', 'supervision', 'supervision-head'];

const mayKeep = (actor: Actor, { who }: CommandDeclaration): boolean =>
  hasOneOf(actor, KEEPERS) || (hasOneOf(actor, ['admin']) && who.includes('admin'));

const mayTell = ({ kind }: KnownLateEntry, { actor, declared, occurredAt, now }: ToldLate): boolean =>
  kind === 'ledger' ? mayKeep(actor, declared) : !isOldPaper(occurredAt, now);

const isOf = ({ orgId, happenedFrom, happenedTo, about }: KnownLateEntry, act: ToldLate): boolean =>
  orgId === act.actor.orgId &&
  happenedFrom <= act.occurredAt &&
  act.occurredAt <= happenedTo &&
  (about ?? act.stream) === act.stream;

/** The entry as who acts may see it: administrators see no cases, but what their own body registered. */
const seenOf = async ({ lateEntryId, actor }: ToldLate, read: StateReader): Promise<LateEntryState> => {
  const entry = await read.behind(lateEntryStream, lateEntryId);
  return entry.is !== 'new' && entry.orgId === actor.orgId ? entry : read.state(lateEntryStream, lateEntryId);
};

/** What the record says of late entries, for the gate that every act goes through. */
export const recordedLateEntries: LateEntries = {
  covers: async (act, read) => {
    const entry = await seenOf(act, read);
    if (entry.is === 'new') return undefined;
    return entry.is === 'confirmed' && isOf(entry, act) && mayTell(entry, act);
  },
  use: (act, told) => ({ decider: lateEntry, command: { type: 'UseLateEntry', data: { act, told } } }),
};
