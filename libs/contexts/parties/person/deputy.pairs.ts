import { isId, type ClaimKey, type DataOf, type Id, type Own, type StateReader, type StateSource } from '#kernel';
import type { Absence } from './deputy.periods.js';
import { absencesIn, actsFor } from './deputy.state.js';
import type { PersonCommand } from './person.commands.js';
import { personStream, postsHeldAt, type Appointment, type PersonState } from './person.state.js';

/** Where all meet who have or had this deputy: nobody else's record says so. */
export const deputyKey = (deputyId: Id): ClaimKey => ['person.deputy', deputyId];

type Period = Pick<Absence, 'from' | 'to'>;

/** What two periods have in common, of which the second may last; undefined where that is nothing. */
const common = (one: Period, other: { readonly from: string; readonly to?: string }): Period | undefined => {
  const from = one.from < other.from ? other.from : one.from;
  const to = other.to !== undefined && other.to < one.to ? other.to : one.to;
  return from < to ? { from, to } : undefined;
};

const postsIn = (state: PersonState, orgId: Id<'organisation'>): readonly Id<'post'>[] =>
  state.is === 'registered'
    ? state.appointments.filter((held) => held.orgId === orgId).map(({ postId }) => postId)
    : [];

/** Whether somebody is absent from a post of this body at any moment of a period. */
const isAwayFrom = (state: PersonState, orgId: Id<'organisation'>, period: Period): boolean =>
  postsIn(state, orgId).some((postId) => absencesIn(state, postId, period).length > 0);

/** Whether somebody is away from a post of this body while this one is their deputy. */
const needs = (principal: PersonState, deputyId: Id, orgId: Id<'organisation'>, period: Period): boolean =>
  principal.is === 'registered' &&
  principal.deputies.some((named) => {
    const both = named.deputyId === deputyId ? common(period, named) : undefined;
    return (
      both && postsIn(principal, orgId).includes(named.postId) && absencesIn(principal, named.postId, both).length > 0
    );
  });

/** Those who are away at the same time, and whether there is one whoever asks does not see. */
export interface AlsoAway {
  readonly isAnybody: boolean;
  readonly seen: readonly Id[];
}

/** A4: those for whom somebody stands in, and those who stand in for them, who are absent in the same period. */
export const alsoAway = async (
  read: StateReader,
  { postId, from, to }: DataOf<PersonCommand, 'ReportAbsence'>,
  owned: Own<PersonState>,
): Promise<AlsoAway> => {
  const { stream } = owned;
  const [own, principals] = await Promise.all([owned.state(), read.claimedBy(deputyKey(stream), stream)]);
  const held = postsHeldAt(own, from).find((one) => one.postId === postId);
  if (own.is === 'new' || !held) return { isAnybody: false, seen: [] };
  const { orgId } = held;
  const deputies = own.deputies.flatMap((named) => {
    const both = named.postId === postId ? common({ from, to }, named) : undefined;
    return both ? [{ id: named.deputyId, isAway: (other: PersonState) => isAwayFrom(other, orgId, both) }] : [];
  });
  const above = principals
    .filter((id) => isId('person', id))
    .map((id) => ({
      id,
      isAway: (other: PersonState) => needs(other, stream, orgId, { from, to }),
    }));
  const found = await Promise.all(
    [...above, ...deputies].map(async ({ id, isAway }) => {
      const [other, shown] = await Promise.all([read.behind(personStream, id), read.state(personStream, id)]);
      return isAway(other) ? [{ id, isSeen: shown.is !== 'new' }] : [];
    }),
  );
  const away = found.flat();
  return { isAnybody: away.length > 0, seen: away.filter(({ isSeen }) => isSeen).map(({ id }) => id) };
};

/** A post that somebody may act in for another. */
export interface PostForAnother {
  readonly held: Appointment;
  readonly onBehalfOf: Id<'person'>;
}

/** Every post that somebody may act in for another at a moment. */
export const postsActedIn = async (
  source: Required<Pick<StateSource, 'state' | 'claims'>>,
  deputyId: Id<'person'>,
  at: string,
): Promise<readonly PostForAnother[]> => {
  const [deputy, laid] = await Promise.all([source.state(personStream, deputyId), source.claims(deputyKey(deputyId))]);
  const ids = [...new Set(laid.map(({ by }) => by))].filter((id) => isId('person', id));
  const each = await Promise.all(
    ids.map(async (onBehalfOf) => {
      const principal = await source.state(personStream, onBehalfOf);
      return postsHeldAt(principal, at)
        .filter((held) => actsFor({ principal, deputy, deputyId }, held, at))
        .map((held) => ({ held, onBehalfOf }));
    }),
  );
  return each.flat();
};
