import { actorWith, ANYBODY, type Actor, type Rights } from '#access';
import {
  type AnyDecider,
  type Foldable,
  type Id,
  type Message,
  type Occasion,
  type StateSource,
  type Streams,
} from '#kernel';
import { decideOnce, Possibilities, type Possibility } from '#platform/decide';
import { ROLES_OF_PEOPLE } from './roles-of-people.js';

/** Things of one kind as they can stand, in a world, with those who may ask and what they may say. */
export interface Scene {
  readonly decider: AnyDecider;
  readonly stream: Id;
  readonly states: readonly unknown[];
  readonly world: StateSource;
  readonly streams: Streams;
  readonly actors: readonly Actor[];
  /** What can be said with a command of a thing that stands like this: the examples first, then what is made up. */
  readonly said: (type: string, state: unknown) => readonly unknown[];
  readonly now: string;
  readonly rights?: Rights;
}

/** The same person with each role in turn. */
export const inEachRole = (who: Omit<Parameters<typeof actorWith>[0], 'roles'>): readonly Actor[] =>
  ROLES_OF_PEOPLE.map((role) => actorWith({ ...who, roles: [role] }));

/** What a command was answered: a code and whether it names a field, or nothing where something happened. */
type Answer = { readonly code: string; readonly namesField: boolean } | undefined;

/** Said yes to, and nothing came of it: whoever was told that they may was told nothing. */
const NOTHING: Answer = { code: 'nothing happened', namesField: false };

const ID = '00000000-0000-4000-8000-0000000000aa';

const occasionOf = ({ actorId, orgId, onBehalfOf }: Actor, now: string): Occasion => ({
  ...{ actorId, orgId, occurredAt: now, commandId: ID, correlationId: ID, source: 'web' },
  ...(onBehalfOf && { onBehalfOf }),
});

/** The same world, each stream of it folded once. */
const foldedOnce = (world: StateSource): StateSource => {
  const states = new Map<Id, Promise<unknown>>();
  return {
    claims: (key) => world.claims?.(key) ?? Promise.resolve([]),
    state: <S>(of: Foldable<S>, id: Id) => {
      const known = states.get(id) ?? world.state(of, id);
      states.set(id, known);
      // The kind of a stream says whose state it is.
      return known as Promise<S>;
    },
  };
};

/** The world, with the thing itself standing like this. */
const worldWith = ({ world, stream }: Scene, own: unknown): StateSource => ({
  claims: (key) => world.claims?.(key) ?? Promise.resolve([]),
  // The kind of a stream says whose state it is.
  state: <S>(of: Foldable<S>, id: Id) => (id === stream ? Promise.resolve(own as S) : world.state(of, id)),
});

const answered = async (scene: Scene, command: Message, actor: Actor, state: unknown): Promise<Answer> => {
  const { decider, stream, streams, now, rights = ANYBODY } = scene;
  const decision = await decideOnce<unknown, Message, Message, string, object>(
    { decider: decider, stream, command, as: { actor, occasion: occasionOf(actor, now) } },
    Promise.resolve(state),
    { source: worldWith(scene, state), streams, rights, now },
  );
  if ('denied' in decision) return { code: decision.denied, namesField: (decision.path ?? []).length > 0 };
  if (!('refused' in decision)) return decision.events.length > 0 ? undefined : NOTHING;
  return { code: decision.refused, namesField: (decision.path ?? []).length > 0 };
};

/** A "no" means that very code, whatever is said. */
const breaksNo = (code: string, answers: readonly Answer[]): string | undefined => {
  const other = answers.find((answer) => answer?.code !== code);
  return answers.every((answer) => answer?.code === code) ? undefined : `no: ${code}, answers ${other?.code ?? 'yes'}`;
};

/** A "yes" means that something comes of something that is said, or that each refusal names a field. */
const breaksYes = (answers: readonly Answer[]): string | undefined => {
  if (answers.some((answer) => answer === undefined)) return undefined;
  if (answers.every((answer) => answer?.code === 'NOT_FOUND')) return 'yes, and nothing that is named is theirs';
  const nameless = answers.find((answer) => !answer?.namesField);
  return nameless && `yes, answers ${nameless.code} and names no field`;
};

/** Of which role somebody is, for the words of a breach. */
const who = ({ actorId, grants }: Actor) => `${grants.map(({ role }) => role).join('+')} ${actorId.slice(-2)}`;

const nameOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'is' in state ? String(state.is) : '?';

const tried = ({ no, type }: Possibility, { said }: Scene, state: unknown): readonly unknown[] => {
  const all = said(type, state);
  // A role that may not is told so before anything is looked at.
  return no?.code === 'ROLE_MAY_NOT' ? all.slice(0, 1) : all;
};

/** What was compared, and where an answer to "may I?" is not what the command itself answers. */
export interface Compared {
  readonly breaches: readonly string[];
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  /** The same by command: a code that stands in the way of two is not met for both because it is met for one. */
  readonly barred: readonly (readonly [type: string, code: string])[];
  /** What was done at least once: a "yes" to which everything is refused proves nothing. */
  readonly accepted: ReadonlySet<string>;
  readonly count: number;
}

/** What one person may do with a thing that stands like this, and what each command answers them. */
const askedBy = async (scene: Scene, state: unknown, actor: Actor) => {
  const known = { source: worldWith(scene, state), rights: scene.rights ?? ANYBODY, streams: scene.streams };
  const possible = await new Possibilities(actor, scene.now, known).of(scene.decider, scene.stream, () => true);
  return Promise.all(
    possible.map(async (one) => {
      const { type, no } = one;
      const answers = await Promise.all(
        tried(one, scene, state).map((data) => answered(scene, { type, data }, actor, state)),
      );
      const breach = no ? breaksNo(no.code, answers) : breaksYes(answers);
      return {
        type,
        code: no?.code,
        answers,
        breach: breach && `${type} at ${nameOf(state)} by ${who(actor)}: ${breach}`,
      };
    }),
  );
};

const some = <T>(found: readonly (T | undefined)[]): ReadonlySet<T> =>
  new Set(found.filter((one): one is T & {} => one !== undefined));

/** Asks of every thing, for everybody, what may be done, and compares with what each command answers. */
export const compared = async (given: Scene): Promise<Compared> => {
  const scene = { ...given, world: foldedOnce(given.world) };
  const found: Awaited<ReturnType<typeof askedBy>> = [];
  for (const state of scene.states)
    for (const actor of scene.actors) found.push(...(await askedBy(scene, state, actor)));
  return {
    breaches: [...some(found.map(({ breach }) => breach))],
    yes: some(found.map(({ type, code }) => (code ? undefined : type))),
    no: some(found.map(({ code }) => code)),
    barred: found.flatMap(({ type, code }) => (code === undefined ? [] : [[type, code] as const])),
    accepted: some(found.map(({ type, answers }) => (answers.includes(undefined) ? type : undefined))),
    count: found.reduce((sum, { answers }) => sum + answers.length, 0),
  };
};
