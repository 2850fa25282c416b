import type { Id } from '#kernel';
import type { Absence, Deputyship } from './deputy.periods.js';
import { postsHeldAt, type Appointment, type PersonState } from './person.state.js';

/** Whether a period, which may last, counts at a moment. */
const counts = ({ from, to }: Pick<Deputyship, 'from' | 'to'>, at: string): boolean =>
  from <= at && (to === undefined || at < to);

/** Everybody who is or will be the deputy for a post, from a moment on. */
export const deputiesSince = (state: PersonState, postId: Id<'post'>, since: string): readonly Deputyship[] =>
  state.is === 'registered'
    ? state.deputies.filter((named) => named.postId === postId && (named.to === undefined || since < named.to))
    : [];

const deputyAt = (state: PersonState, postId: Id<'post'>, at: string): Deputyship | undefined =>
  deputiesSince(state, postId, at).find((named) => counts(named, at));

/** Every absence from a post that has a moment in common with this period. */
export const absencesIn = (
  state: PersonState,
  postId: Id<'post'>,
  { from, to }: Pick<Absence, 'from' | 'to'>,
): readonly Absence[] =>
  state.is === 'registered'
    ? state.absences.filter((away) => away.postId === postId && away.from < to && from < away.to)
    : [];

/** Whether somebody is reported absent from a post at a moment. */
const isAbsentAt = (state: PersonState, postId: Id<'post'>, at: string): boolean =>
  state.is === 'registered' && state.absences.some((away) => away.postId === postId && counts(away, at));

/** Somebody who may act for another, and that other. */
export interface Pair {
  readonly principal: PersonState;
  readonly deputy: PersonState;
  readonly deputyId: Id;
}

/** Whether somebody holds a post of a body at a moment that they have held since an earlier one, and is not absent from it. */
export const isThere = (
  state: PersonState,
  orgId: Id<'organisation'>,
  { since, at }: { readonly since: string; readonly at: string },
): boolean =>
  postsHeldAt(state, at).some(
    (held) => held.orgId === orgId && held.from <= since && !isAbsentAt(state, held.postId, at),
  );

/** The post of this body that somebody is absent from at a moment, and for which this deputy stands in then (A4, A6). */
export const actsFor = (
  { principal, deputy, deputyId }: Pair,
  { postId, orgId }: Pick<Appointment, 'postId' | 'orgId'>,
  at: string,
): boolean => {
  const held = postsHeldAt(principal, at).find((one) => one.postId === postId && one.orgId === orgId);
  const named = deputyAt(principal, postId, at);
  // Who comes into a post again has no deputy from the time before.
  if (!held || named?.deputyId !== deputyId || named.from < held.from) return false;
  return isAbsentAt(principal, postId, at) && isThere(deputy, orgId, { since: named.from, at });
};
