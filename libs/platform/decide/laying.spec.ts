import { idOf, type Claim, type Id, type Occasion } from '#kernel';
import { claimId, claimStream, standingIn } from '#platform/claims';
import {
  BasisChanged,
  CommandReused,
  EmptyAppend,
  EventTooLarge,
  MemoryEventStore,
  NotCanonical,
  OutcomeUnknown,
  Overloaded,
  StorageFull,
  Unavailable,
  uuidV5,
  WrongVersion,
  type Append,
} from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Claims, type Claiming } from './laying.js';
import { StreamStates } from './stream-states.js';

const nth = <K extends string>(kind: K, n: number) =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [ONE, OTHER] = [nth('finding', 1), nth('finding', 2)] as const;
const claims: readonly Claim[] = [
  ['place', 'a'],
  ['matter', 'b'],
].map((key) => ({ key, seenBy: 'everybody' }));
const [first = nth('claim', 0), last = nth('claim', 0)] = claims.map(({ key }) => claimId(key)).toSorted();

const occasionOf = (stream: Id): Occasion => ({
  ...{ actorId: nth('person', 1), occurredAt: '2022-03-31T09:00:00.000Z', source: 'web' },
  ...{ commandId: stream.slice('finding-'.length), correlationId: stream },
});
/** A claim of somebody, as it is laid after these. */
const laidBy = (by: Id, stream: Id, before: readonly unknown[] = []): Append => ({
  ...{ stream, expected: BigInt(before.length), commandHash: '00'.repeat(32) },
  occasion: { ...occasionOf(by), commandId: uuidV5(stream, occasionOf(by).commandId) },
  events: [{ type: 'ClaimLaid', schemaVersion: 1, data: { by, expected: 0, territoryPath: '', orgs: [] } }],
});
const claiming = (stream: Id, more: Partial<Claiming> = {}): Claiming => ({
  ...{ stream, expected: 0, occasion: occasionOf(stream), inTurn: false },
  claimed: new Map([first, last].map((claim) => [claim, 0n])),
  ...more,
});

describe('claims laid for what is about to be recorded', () => {
  let store: MemoryEventStore;
  /** What was asked of the log, in order; and what it waits for before it answers. */
  let asked: Id[];
  let held: Promise<unknown>;
  let laying: Claims;

  beforeEach(() => {
    store = new MemoryEventStore();
    asked = [];
    held = Promise.resolve();
    const append = async (one: Append) => {
      asked.push(one.stream);
      await held;
      return store.append(one);
    };
    laying = new Claims(
      { append, readStream: (stream) => store.readStream(stream) },
      { fingerprint: () => '00'.repeat(32) },
    );
  });

  const record = (stream: Id, more: Partial<Claiming> = {}, how = {}) =>
    laying.whileLaid(claims, claiming(stream, more), {
      ready: Promise.resolve('ready'),
      record: (ready: string) => Promise.resolve(ready),
      ...how,
    });
  const standing = async (claim: Id) =>
    standingIn(new StreamStates().fold(claimStream, claim, await store.readStream(claim))).map(({ by }) => by);
  const allStanding = async () => [await standing(first), await standing(last)];
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('are laid all at once, and what they are for waits for them and for being ready', async () => {
    let lay: (_?: unknown) => void = () => undefined;
    let prepare: (ready: string) => void = () => undefined;
    held = new Promise((resolve) => (lay = resolve));
    const ready = new Promise<string>((resolve) => (prepare = resolve));
    let isRecorded = false;
    const recording = record(ONE, {}, { ready, record: () => Promise.resolve((isRecorded = true)) });
    await turn();
    expect(asked).toEqual([first, last]);
    prepare('ready');
    await turn();
    expect(isRecorded).toBe(false);
    lay();
    expect(await recording).toBe(true);
    expect(await allStanding()).toEqual([[ONE], [ONE]]);
  });

  it('are given up, all of them, when somebody else has laid one meanwhile', async () => {
    for (const taken of [first, last]) {
      await store.append(laidBy(OTHER, taken));
      await expect(record(ONE)).rejects.toThrow(WrongVersion);
      expect(await standing(taken)).toEqual([OTHER]);
      expect(await standing(taken === first ? last : first)).not.toContain(ONE);
      store = new MemoryEventStore();
    }
  });

  it('do not keep two from going on who each have a part: who comes again lays one after the other', async () => {
    // As a log may take them that writes each stream by itself.
    const order = [`${ONE} ${first}`, `${OTHER} ${last}`, `${ONE} ${last}`, `${OTHER} ${first}`];
    const append = async (one: Append) => {
      const { by } = one.events[0]?.data as { by: Id };
      while (order.length > 0 && order[0] !== `${by} ${one.stream}`) await turn();
      return store.append(one).finally(() => order.shift());
    };
    laying = new Claims(
      { append, readStream: (stream) => store.readStream(stream) },
      { fingerprint: () => '00'.repeat(32) },
    );
    const together = await Promise.allSettled([record(ONE), record(OTHER)]);
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await allStanding()).toEqual([[], []]);

    const counts = await Promise.all(
      [first, last].map(async (of) => [of, BigInt((await store.readStream(of)).length)] as const),
    );
    const again = { inTurn: true, claimed: new Map<Id, bigint>(counts) };
    const inTurn = await Promise.allSettled([record(ONE, again), record(OTHER, again)]);
    expect(inTurn.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await allStanding()).toEqual([[ONE], [ONE]]);
  });

  it('are laid one after the other by who comes again', async () => {
    let lay: (_?: unknown) => void = () => undefined;
    held = new Promise((resolve) => (lay = resolve));
    const recording = record(ONE, { inTurn: true });
    await turn();
    expect(asked).toEqual([first]);
    lay();
    await recording;
    expect(asked).toEqual([first, last]);
  });

  it('are given up when what they are for cannot be made ready, or is not written', async () => {
    const broken = Promise.reject(new Error('no key'));
    await expect(record(ONE, {}, { ready: broken })).rejects.toThrow('no key');
    expect(await allStanding()).toEqual([[], []]);
    store = new MemoryEventStore();
    const lost = () => Promise.reject(new WrongVersion(ONE, 0n, 1n));
    await expect(record(ONE, {}, { record: lost })).rejects.toThrow(WrongVersion);
    expect(await allStanding()).toEqual([[], []]);
  });

  it.each([
    new BasisChanged(ONE),
    new CommandReused('c'),
    new EmptyAppend(ONE),
    new EventTooLarge('ObservationRecorded', 2, 1),
    new NotCanonical(['data'], 'a number'),
    new Overloaded(9),
    new StorageFull(new Error('full')),
  ])('F8: are given up at once when nothing was written: $name', async (error) => {
    await expect(record(ONE, {}, { record: () => Promise.reject(error) })).rejects.toThrow(error);
    expect(await allStanding()).toEqual([[], []]);
  });

  it('F8: are given up though others lay theirs in between', async () => {
    const between = new Set<Id>([first, last]);
    const append = async (one: Append) => {
      const isReleased = one.events[0]?.type === 'ClaimReleased';
      if (isReleased && between.delete(one.stream))
        await store.append(laidBy(OTHER, one.stream, await store.readStream(one.stream)));
      return store.append(one);
    };
    laying = new Claims(
      { append, readStream: (stream) => store.readStream(stream) },
      { fingerprint: () => '00'.repeat(32) },
    );
    const changed = () => Promise.reject(new BasisChanged(ONE));
    await expect(record(ONE, {}, { record: changed })).rejects.toThrow(BasisChanged);
    expect(await allStanding()).toEqual([[OTHER], [OTHER]]);
  });

  it('are told to lapse, and why it failed is still told, when the log does not answer any more', async () => {
    const append = (one: Append) => store.append(one);
    const readStream = () => Promise.reject(new Unavailable(new Error('gone')));
    laying = new Claims({ append, readStream }, { fingerprint: () => '00'.repeat(32) });
    await expect(record(ONE, {}, { record: () => Promise.reject(new BasisChanged(ONE)) })).rejects.toThrow(
      BasisChanged,
    );
    expect(await allStanding()).toEqual([[ONE], [ONE]]);
  });

  it('stay when nobody knows whether it was written', async () => {
    const unknown = () => Promise.reject(new OutcomeUnknown('c', new Error('cut')));
    await expect(record(ONE, {}, { record: unknown })).rejects.toThrow(OutcomeUnknown);
    expect(await allStanding()).toEqual([[ONE], [ONE]]);
  });

  it('are for nobody who did not look first', async () => {
    await expect(record(ONE, { claimed: new Map() })).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });
});
