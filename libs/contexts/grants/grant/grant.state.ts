import { doersOf, idOf, uuidOf, type Act, type DataOf, type Id, type Stream } from '#kernel';
import { grantEvents, type GrantEvent } from './grant.events.js';
import type { GrantStatus } from './grant.words.js';

/** One grant, and how it came to stand where it stands. */
export interface Grant extends Omit<DataOf<GrantEvent, 'GrantMade'>, 'reason'> {
  readonly status: GrantStatus;
  /** Who proposed it, and in whose name. */
  readonly proposers: readonly Act['actorId'][];
  /** It was there before anybody could approve anything. */
  readonly founding?: true;
  /** From when on it counted, and until when: what was recorded, never what somebody stated. */
  readonly grantedAt?: string;
  readonly endedAt?: string;
}

export type GrantsState =
  | { readonly is: 'new' }
  | { readonly is: 'kept'; readonly grants: readonly Grant[]; readonly successors?: readonly Id[] };

/** The stream of all that somebody, or whoever is in a post, is granted. */
export const grantsOf = (grantee: Id<'person'> | Id<'post'>): Id<'grant'> => idOf('grant', uuidOf(grantee));

const known = (state: GrantsState): readonly Grant[] => (state.is === 'new' ? [] : state.grants);

const added = (state: GrantsState, grant: Grant): GrantsState => ({
  ...state,
  is: 'kept',
  grants: [...known(state), grant],
});

const changed =
  (change: (grant: Grant, act: Act) => Grant) =>
  (state: GrantsState, { number }: { readonly number: number }, act: Act): GrantsState =>
    state.is === 'new'
      ? state
      : { ...state, grants: state.grants.map((grant) => (grant.number === number ? change(grant, act) : grant)) };

const ended = (grant: Grant, { recordedAt }: Act): Grant => ({ ...grant, status: 'ended', endedAt: recordedAt });

/** It is on record whom the first administrator named. */
const handedOver = (
  state: GrantsState,
  data: DataOf<GrantEvent, 'AdministrationHandedOver'>,
  act: Act,
): GrantsState => {
  const after = changed(ended)(state, data, act);
  return after.is === 'new' ? after : { ...after, successors: [data.firstId, data.secondId] };
};

/** How grants are folded. Who may do what is no secret to those who work here. */
export const grantStream: Stream<GrantsState, GrantEvent> = {
  kind: 'grant',
  events: grantEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: {
    GrantProposed: (state, { reason: _, ...grant }, act) =>
      added(state, { ...grant, status: 'proposed', proposers: doersOf(act) }),
    GrantMade: (state, { reason: _, ...grant }, act) =>
      added(state, { ...grant, status: 'granted', proposers: doersOf(act), grantedAt: act.recordedAt }),
    AdministratorFounded: (state, { reason: _, ...grant }, act) =>
      added(state, { ...grant, status: 'granted', proposers: doersOf(act), grantedAt: act.recordedAt, founding: true }),
    AdministrationHandedOver: handedOver,
    GrantApproved: changed((grant, { recordedAt }) => ({ ...grant, status: 'granted', grantedAt: recordedAt })),
    GrantRefused: changed((grant) => ({ ...grant, status: 'refused' })),
    GrantEnded: changed(ended),
  },
};

/** What counted at a moment: granted by then, in its period, and not ended yet. */
export const inForceAt = (state: GrantsState, at: string): readonly Grant[] =>
  known(state).filter(
    ({ from, to, grantedAt, endedAt }) =>
      grantedAt !== undefined &&
      grantedAt <= at &&
      from <= at &&
      (to === undefined || at < to) &&
      (endedAt === undefined || at < endedAt),
  );

/** The grant of this number. */
export const grantNumbered = (state: GrantsState, number: number): Grant | undefined =>
  known(state).find((grant) => grant.number === number);

/** All that somebody is granted, as if it were only this. */
export const onlyNumbered = (state: GrantsState, number: number): GrantsState =>
  state.is === 'new' ? state : { ...state, grants: state.grants.filter((grant) => grant.number === number) };
