import { eventsOf, type Foldable, type Id, type LaidClaim, type Owner, type StateSource } from '#kernel';
import { describe, expect, it, jest } from '@jest/globals';
import { actorWith } from './access.js';
import { SeenStates } from './seen.js';

const mine = 'organisation-00000000-0000-4000-8000-000000000001';
const OURS = 'thing-00000000-0000-4000-8000-000000000001';
const THEIRS = 'thing-00000000-0000-4000-8000-000000000002';
const OWN = 'thing-00000000-0000-4000-8000-000000000004';
const ABSENT = 'thing-00000000-0000-4000-8000-000000000003';

type Thing = Owner | undefined;
const things: Foldable<Thing> = {
  ...{ kind: 'thing', events: eventsOf('thing', {}), initial: undefined, evolve: {} },
  seenBy: (thing) => thing,
};
const known: Readonly<Record<string, Thing>> = {
  [OURS]: { territory: 'b/', orgs: [mine] },
  [THEIRS]: { territory: 'b/', orgs: [] },
};

const looking = (...roles: readonly ('unit' | 'system')[]) => {
  const state = jest.fn((_: unknown, stream: string) => Promise.resolve(known[stream]));
  const source = { state } as unknown as StateSource;
  const actor = actorWith({
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    orgId: mine,
    territory: 'a/',
    roles,
  });
  return { read: new SeenStates(source, actor), state, source, actor };
};

describe('T18: a state as an actor may see it', () => {
  it('is there for whom it belongs to, and absent for others, like what is not there', async () => {
    const { read } = looking('unit');
    expect(await read.state(things, OURS)).toBe(known[OURS]);
    expect(await read.state(things, THEIRS)).toBe(things.initial);
    expect(await read.state(things, ABSENT)).toBe(things.initial);
  });

  it('is there for everybody with a role that reads where its kind says so', async () => {
    const directory: typeof things = { ...things, seenBy: (thing) => thing && 'everybody' };
    expect(await looking('unit').read.state(directory, THEIRS)).toBe(known[THEIRS]);
    expect(await looking().read.state(directory, THEIRS)).toBe(things.initial);
  });

  it('is there for the system, and for rules that look behind', async () => {
    expect(await looking('system').read.state(things, THEIRS)).toBe(known[THEIRS]);
    expect(await looking('unit').read.behind(things, THEIRS)).toBe(known[THEIRS]);
  });

  it('F7: tells how it ended, of whatever kind it is, whoever may see it', async () => {
    const ends = { ...things, endingOf: () => ({ because: 'revoked' }) } as Foldable<unknown>;
    const { actor, source } = looking('unit');
    const read = new SeenStates(source, actor, new Map([['thing', ends]]));
    expect(await read.ending(THEIRS)).toEqual({ because: 'revoked' });
    expect(
      await new SeenStates(source, actor, new Map([['thing', things as Foldable<unknown>]])).ending(OURS),
    ).toBeUndefined();
    expect(await new SeenStates(source, actor).ending(OURS)).toBeUndefined();
  });

  it('is read while it is still being found out who looks, and told once that is known', async () => {
    const { source, state, actor } = looking('unit');
    let found: (who: typeof actor | undefined) => void = () => undefined;
    const told = (who: typeof actor | undefined) => {
      const read = new SeenStates(source, new Promise<typeof actor | undefined>((resolve) => (found = resolve)));
      const seen = read.state(things, OURS);
      expect(state).toHaveBeenLastCalledWith(things, OURS);
      found(who);
      return seen;
    };
    expect(await told(actor)).toBe(known[OURS]);
    expect(await told({ ...actor, grants: [] })).toBe(things.initial);
    expect(await told(undefined)).toBe(things.initial);
    expect(state).toHaveBeenCalledTimes(3);
  });

  it('T18: is told to nobody while it cannot be found out who looks', async () => {
    const loose = jest.fn();
    process.on('unhandledRejection', loose);
    const read = new SeenStates(looking('unit').source, Promise.reject(new Error('gone')));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', loose);
    expect(loose).not.toHaveBeenCalled();
    await expect(read.state(things, OURS)).rejects.toThrow('gone');
  });

  it('F8: tells of claims that others laid, as far as what they are for is theirs to see, or will be', async () => {
    const seen: Owner = { territory: 'b/', orgs: [mine] };
    const unseen: Owner = { territory: 'b/', orgs: [] };
    const laid = (by: Id, seenBy: Owner) => ({ by, seenBy, occurredAt: '2022-04-01T00:00:00.000Z', underWay: true });
    const { source, actor } = looking('unit');
    const found = async (...claims: readonly LaidClaim[]) => {
      const read = new SeenStates({ ...source, claims: () => Promise.resolve(claims) }, actor);
      return (await read.claimants(things, ['place'], OWN)).map(({ by, state }) => [by, state]);
    };
    expect(await found(laid(OURS, unseen), laid(OWN, seen))).toEqual([[OURS, known[OURS]]]);
    expect(await found(laid(THEIRS, seen))).toEqual([]);
    expect(await found(laid(ABSENT, seen))).toEqual([[ABSENT, undefined]]);
    expect(await found(laid(ABSENT, unseen))).toEqual([]);
    expect(await new SeenStates(source, actor).claimants(things, ['place'], OWN)).toEqual([]);
    const claims = () => Promise.resolve([laid(THEIRS, unseen), laid(OWN, seen)]);
    expect(await new SeenStates({ ...source, claims }, actor).claimedBy(['place'], OWN)).toEqual([THEIRS]);
    expect(await new SeenStates(source, actor).claimedBy(['place'], OWN)).toEqual([]);
  });

  it('is read once, however many ask', async () => {
    const { read, state } = looking('unit');
    await Promise.all([read.state(things, OURS), read.behind(things, OURS), read.state(things, OURS)]);
    expect(state).toHaveBeenCalledTimes(1);
  });
});
