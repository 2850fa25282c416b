import { meansOf, type MeansOf } from '#contexts/grants';
import { personStream, postsHeldAt, postsHeldSince, type PersonState } from '#contexts/parties';
import { isId, type Id, type Occasion, type Own, type StateReader } from '#kernel';
import { bodiesOf, isTooNear, type Bodies } from './finding.bodies.js';
import type { Doer, Finding, FindingState } from './finding.state.js';

type OrgId = Id<'organisation'>;

/** In which bodies somebody holds a post, at the time of the act and today, and in which they have held one since the finding occurred. */
export interface Posts {
  readonly now: readonly OrgId[];
  readonly since: readonly OrgId[];
}

/** What is known of the people and the bodies that a command names, and of those that it must be kept apart from. */
export interface Named {
  readonly people: ReadonlyMap<Doer['personId'], Posts>;
  readonly bodies: Bodies;
  /** What those who are named could act with; left out where nobody is named for a step. */
  readonly means?: MeansOf;
}

const NONE: Posts = { now: [], since: [] };

/** The posts of somebody who may not be on record. */
export const postsOf = ({ people }: Named, id: Doer['personId'] | undefined): Posts => (id && people.get(id)) ?? NONE;

const orgs = (posts: ReturnType<typeof postsHeldAt>) => posts.map(({ orgId }) => orgId);

/** W4: a post must be held when the act is said to have been, and still be held now. */
const postsFrom = (state: PersonState, { then, now }: { then: string; now: string }, since: string): Posts => {
  const still = orgs(postsHeldAt(state, now));
  return {
    now: orgs(postsHeldAt(state, then)).filter((org) => still.includes(org)),
    since: orgs(postsHeldSince(state, since)),
  };
};

/** People and bodies of whom something has to be known. */
export interface Naming {
  readonly people: readonly Doer['personId'][];
  readonly bodies: readonly OrgId[];
}

/** Reads what is on record of people and bodies, beside the unit that mends this finding and whoever reported for it. */
const namedBeside = async (
  read: StateReader,
  { people, bodies }: Naming,
  { stakes, reporter, occurredAt }: Finding,
  { then, now = then }: { readonly then: Occasion['occurredAt']; readonly now?: string | undefined },
): Promise<Named> => {
  const posts = new Map<Doer['personId'], Posts>();
  const note = async (id: Doer['personId'] | undefined, from: StateReader['state']) => {
    if (isId('person', id)) posts.set(id, postsFrom(await from(personStream, id), { then, now }, occurredAt));
  };
  await Promise.all([...new Set(people)].map((id) => note(id, (of, stream) => read.state(of, stream))));
  // Whoever names a verifier need not see the reporter: they hear no more than that the two are too near.
  await note(reporter?.personId, (of, stream) => read.behind(of, stream));
  const theirs = [...posts.values()].flatMap(({ since }) => since);
  return { people: posts, bodies: await bodiesOf(read, [...bodies, ...theirs, stakes.unit, reporter?.orgId]) };
};

/** Reads of people and bodies once there is a finding that they are named for. */
export const namedHere = async (
  read: StateReader,
  naming: Naming,
  own: Own<FindingState>,
  { occurredAt }: Occasion,
): Promise<Named> => {
  const state = await own.state();
  return state.is === 'new' ? NOBODY : namedBeside(read, naming, state, { then: occurredAt, now: own.now });
};

/** The same, for people who are named for a step: and what each could act with, when they are named and now (F7). */
export const namedForAStep = async (
  read: StateReader,
  naming: Naming,
  own: Own<FindingState>,
  on: Occasion,
): Promise<Named> => {
  const people = naming.people.filter((id) => isId('person', id));
  const [named, means] = await Promise.all([namedHere(read, naming, own, on), meansOf(read, people, own, on)]);
  return { ...named, means };
};

const NOBODY: Named = { people: new Map(), bodies: new Map() };

/**
 * SD1: whether somebody who acts for this body is too near to those whose work it is: the unit, whoever reported for it, and the
 * bodies that either has belonged to since the finding occurred.
 */
export const isTooNearTheUnit = (
  { stakes, reporter }: Finding,
  { personId, orgId }: { readonly personId: Doer['personId']; readonly orgId?: OrgId | undefined },
  named: Named,
): boolean => {
  const theirs = [orgId, ...postsOf(named, personId).since].filter((id) => id !== undefined);
  const units = [stakes.unit, reporter?.orgId, ...postsOf(named, reporter?.personId).since];
  return theirs.some((org) => units.some((unit) => unit !== undefined && isTooNear(named.bodies, org, unit)));
};
