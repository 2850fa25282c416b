import { answered, doersOf, type Act, type Answered, type DataOf, type Owner, type Stream } from '#kernel';
import { lateEntryEvents, type LateEntryEvent } from './late-entry.events.js';

type Registration = DataOf<LateEntryEvent, 'LateEntryRegistered'>;

interface Registered extends Pick<
  Registration,
  'kind' | 'number' | 'photoSha256' | 'takenBy' | 'happenedFrom' | 'happenedTo' | 'count' | 'about'
> {
  readonly orgId: Registration['registeredBy']['orgId'];
  readonly owner: Owner;
  /** Who may not confirm it: who registered it, for whom, and who took it. */
  readonly party: readonly Act['actorId'][];
  readonly act: Answered;
  /** The acts that were told under it. */
  readonly used: readonly string[];
}

export type KnownLateEntry = { readonly is: 'registered' | 'confirmed' | 'refused' } & Registered;
export type LateEntryState = { readonly is: 'new' } | KnownLateEntry;

/** How a late entry is folded. It belongs to the body that registered it. */
export const lateEntryStream: Stream<LateEntryState, LateEntryEvent> = {
  kind: 'lateEntry',
  events: lateEntryEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : state.owner),
  evolve: {
    LateEntryRegistered: (_, { what: _what, reason: _reason, registeredBy, ...entry }, act) => ({
      is: 'registered',
      ...entry,
      orgId: registeredBy.orgId,
      owner: { territory: registeredBy.territoryPath, orgs: [registeredBy.orgId] },
      party: [...doersOf(act), ...(entry.takenBy ? [entry.takenBy] : [])],
      act: answered(lateEntryEvents.facts.LateEntryRegistered.title, act),
      used: [],
    }),
    LateEntryConfirmed: (state) => (state.is === 'new' ? state : { ...state, is: 'confirmed' }),
    LateEntryRefused: (state) => (state.is === 'new' ? state : { ...state, is: 'refused' }),
    LateEntryUsed: (state, { act }) => (state.is === 'new' ? state : { ...state, used: [...state.used, act] }),
  },
};
