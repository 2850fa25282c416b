import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Id, Occasion } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonical } from './canonical.js';
import { parseEntry } from './entry.js';
import { BasisChanged, CommandReused, EmptyAppend, EventTooLarge, WrongVersion } from './errors.js';
import type { After, Append, EventStore, JsonObject, NewEvent, StoredEvent } from './event-store.js';
import { eventId } from './identity.js';

export const aStream = (): Id<'thing'> => `thing-${randomUUID()}`;

export const anOccasion = (more: Partial<Occasion> = {}): Occasion => ({
  actorId: `person-${randomUUID()}`,
  occurredAt: '2022-03-31T09:00:00.000Z',
  commandId: randomUUID(),
  correlationId: randomUUID(),
  source: 'web',
  ...more,
});

export const aFact = (data: JsonObject = {}, type = 'ThingHappened'): NewEvent => ({ type, schemaVersion: 1, data });

/** An append of one event to a new stream, unless told otherwise. */
export const anAppend = (more: Partial<Append> = {}): Append => ({
  stream: aStream(),
  expected: 0n,
  occasion: anOccasion(),
  commandHash: createHash('sha256').update('asked').digest('hex'),
  events: [aFact()],
  ...more,
});

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const fulfilled = <T>(settled: readonly PromiseSettledResult<T>[]): T[] =>
  settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
const rejected = (settled: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  settled.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));

/** Everything in the log after a position, in pages of `limit`. */
export const everything = async (store: EventStore, after: After = 'start', limit = 100): Promise<StoredEvent[]> => {
  const page = await store.readAll({ after, limit });
  const last = page.at(-1);
  return last ? [...page, ...(await everything(store, last.position, limit))] : [];
};

/** Follows the log until all writers are done, and tells what it saw, in order. */
export const followWhile = async (store: EventStore, writers: readonly Promise<unknown>[]): Promise<StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  const now = { writing: true };
  const done = Promise.allSettled(writers).finally(() => (now.writing = false));
  const follow = async () => {
    const page = await store.readAll({ after: seen.at(-1)?.position ?? 'start', limit: 7 });
    seen.push(...page);
    return page.length > 0;
  };
  while (now.writing) await Promise.all([follow(), setImmediate()]);
  await done;
  while (await follow());
  return seen;
};

/**
 * What every event store promises. An adapter is done when its spec is this one call, passing; each store opened is empty. A store
 * that cannot look at several streams and write in one step says so: then only what it sees right before it writes is promised.
 */
export const eventStoreContract = (
  name: string,
  open: () => Promise<EventStore>,
  { looksAndWrites = 'in one step' }: { readonly looksAndWrites?: 'in one step' | 'one after the other' } = {},
): void => {
  describe(`${name} keeps the event store contract`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });

    describe('when appending', () => {
      it('tells where the events stand in their stream and in the log', async () => {
        const first = await store.append(anAppend());
        const append = anAppend({ events: [aFact({}, 'ThingBegun'), aFact({}, 'ThingEnded')] });
        const { events, ...answer } = await store.append(append);
        expect(answer).toEqual({
          stream: append.stream,
          revision: 1n,
          position: (await store.head()) as bigint,
          repeated: false,
        });
        expect(events.map(({ type }) => type)).toEqual(['ThingBegun', 'ThingEnded']);
        expect(events.map((event) => event.eventId)).toEqual([0, 1].map((index) => eventId(append.occasion, index)));
        expect(events[0]?.position).toBeGreaterThan(first.position);
        expect(events.at(-1)?.position).toBe(answer.position);
      });

      it.each([0n, 1n, 3n])(
        'refuses what was decided on %p events when there are two, and keeps none of it',
        async (n) => {
          const { stream } = await store.append(anAppend({ events: [aFact(), aFact()] }));
          const late = store.append(anAppend({ stream, expected: n, events: [aFact(), aFact()] }));
          await expect(late).rejects.toEqual(new WrongVersion(stream, n, 2n));
          await expect(late).rejects.toBeInstanceOf(WrongVersion);
          expect(await store.readStream(stream)).toHaveLength(2);
        },
      );

      it('refuses to go on with a stream that is not there', async () => {
        const late = store.append(anAppend({ expected: 1n }));
        await expect(late).rejects.toMatchObject({ name: 'WrongVersion', expected: 1n, actual: 0n });
      });

      it('lets exactly one of fifty simultaneous writers win', async () => {
        const stream = aStream();
        const settled = await Promise.allSettled(times(50, () => store.append(anAppend({ stream }))));
        expect(fulfilled(settled)).toHaveLength(1);
        expect(rejected(settled).filter((error) => error instanceof WrongVersion)).toHaveLength(49);
        expect(await store.readStream(stream)).toHaveLength(1);
      });

      describe('what rests on other streams', () => {
        const grown = async (stream: Id, count: bigint) => {
          for (let n = 0n; n < count; n++) await store.append(anAppend({ stream, expected: n }));
          return { stream, events: count };
        };

        it('T28: is stored while they are as they were read, one event or several', async () => {
          const reliesOn = [await grown(aStream(), 2n), { stream: aStream(), events: 0n }];
          expect(await store.append(anAppend({ reliesOn }))).toMatchObject({ revision: 0n });
          expect(await store.append(anAppend({ reliesOn, events: [aFact(), aFact()] }))).toMatchObject({
            revision: 1n,
          });
        });

        it.each([0n, 1n, 3n])('T28: is not stored when they hold another number of events than %p', async (events) => {
          const { stream } = await grown(aStream(), 2n);
          const append = anAppend({ reliesOn: [{ stream, events }] });
          await expect(store.append(append)).rejects.toBeInstanceOf(BasisChanged);
          expect(await store.readStream(append.stream)).toEqual([]);
        });

        it('T28: answers as the first time when it is repeated, whatever has changed since', async () => {
          const relied = await grown(aStream(), 1n);
          const append = anAppend({ reliesOn: [relied] });
          await store.append(append);
          await store.append(anAppend({ stream: relied.stream, expected: 1n }));
          expect(await store.append(append)).toMatchObject({ repeated: true });
        });

        it('T28: is never stored after what ended it, in 1,000 races', async () => {
          const races = times(200, async () => {
            const right = aStream();
            const acts = times(5, () => anAppend({ reliesOn: [{ stream: right, events: 0n }] }));
            const ended = anAppend({ stream: right });
            const settled = await Promise.allSettled(
              [...acts.slice(0, 2), ended, ...acts.slice(2)].map((append) => store.append(append)),
            );
            const late = rejected(settled);
            expect(late.every((error) => error instanceof BasisChanged)).toBe(true);
            return { acts, ended };
          });
          for (const { acts, ended } of await Promise.all(races)) {
            const [end] = await store.readStream(ended.stream);
            const stored = (await Promise.all(acts.map(({ stream }) => store.readStream(stream)))).flat();
            const after = stored.filter(({ position }) => position > (end?.position ?? -1n));
            if (looksAndWrites === 'in one step') expect(after).toEqual([]);
          }
        });
      });

      it('keeps the events of one command together, in their stream and in the log', async () => {
        const events = times(5, (n) => aFact({ n }));
        await Promise.all(times(10, () => store.append(anAppend({ events }))));
        const streams = (await everything(store)).map(({ stream }) => stream);
        expect(streams).toHaveLength(50);
        times(10, (n) => expect(new Set(streams.slice(n * 5, n * 5 + 5)).size).toBe(1));
        for (const stream of new Set(streams)) {
          const stored = await store.readStream(stream);
          expect(stored.map(({ data, revision }) => [data['n'], revision])).toEqual(times(5, (n) => [n, BigInt(n)]));
        }
      });

      it('refuses to append nothing', async () => {
        await expect(store.append(anAppend({ events: [] }))).rejects.toBeInstanceOf(EmptyAppend);
      });

      it.each([
        ['one event', [aFact({ text: '大'.repeat(90_000) })]],
        ['a command', times(6, () => aFact({ text: 'x'.repeat(200_000) }))],
      ])('refuses %s that is too large, and keeps none of it', async (_, events) => {
        await expect(store.append(anAppend({ events }))).rejects.toBeInstanceOf(EventTooLarge);
        expect(await store.head()).toBe('start');
      });

      it('refuses an envelope that no tile could hold', async () => {
        const append = anAppend({ occasion: anOccasion({ reason: 'x'.repeat(65_500) }) });
        await expect(store.append(append)).rejects.toBeInstanceOf(EventTooLarge);
        expect(await store.head()).toBe('start');
      });

      it.each([
        ['half of a surrogate pair', { text: '\ud83d' }],
        ['an integer that would lose digits', { n: 2 ** 53 }],
      ])('refuses %s, and keeps nothing', async (_, data) => {
        await expect(store.append(anAppend({ events: [aFact(data)] }))).rejects.toMatchObject({ name: 'NotCanonical' });
        expect(await store.head()).toBe('start');
      });
    });

    describe('when a command comes again', () => {
      it('answers as the first time and writes nothing, even when the stream has moved on', async () => {
        const append = anAppend({ events: [aFact(), aFact()] });
        const first = await store.append(append);
        await store.append(anAppend({ stream: append.stream, expected: 2n }));
        expect(await store.append(append)).toEqual({ ...first, repeated: true });
        expect(await store.append({ ...append, expected: 3n, events: [aFact()] })).toEqual({
          ...first,
          repeated: true,
        });
        expect(await store.readStream(append.stream)).toHaveLength(3);
      });

      it('refuses its id for something else, on the same stream and on another', async () => {
        const append = anAppend();
        await store.append(append);
        const other = { ...append, commandHash: createHash('sha256').update('else').digest('hex') };
        await expect(store.append(other)).rejects.toBeInstanceOf(CommandReused);
        await expect(store.append({ ...other, stream: aStream() })).rejects.toMatchObject({
          name: 'CommandReused',
          commandId: append.occasion.commandId,
        });
        expect(await everything(store)).toHaveLength(1);
      });

      it('takes the same id from another actor as another command', async () => {
        const append = anAppend();
        await store.append(append);
        const { commandId } = append.occasion;
        expect((await store.append(anAppend({ occasion: anOccasion({ commandId }) }))).repeated).toBe(false);
      });

      it('gives fifty simultaneous tries one event and one answer', async () => {
        const append = anAppend();
        const answers = await Promise.all(times(50, () => store.append(append)));
        const [first] = answers;
        expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
        for (const { repeated: _, ...answer } of answers) expect(first).toMatchObject(answer);
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(await everything(store)).toHaveLength(1);
      });

      it('tells the earlier answer and what was asked then', async () => {
        const append = anAppend({ events: [aFact(), aFact()] });
        expect(await store.answerTo(append.occasion)).toBeUndefined();
        const first = await store.append(append);
        const { commandHash } = append;
        expect(await store.answerTo(append.occasion)).toEqual({ ...first, repeated: true, commandHash });
        const actorId = `person-${randomUUID()}` as const;
        expect(await store.answerTo({ ...append.occasion, actorId })).toBeUndefined();
      });

      it('can be tried again after a refusal', async () => {
        const append = anAppend({ expected: 1n });
        await expect(store.append(append)).rejects.toBeInstanceOf(WrongVersion);
        expect((await store.append({ ...append, expected: 0n })).repeated).toBe(false);
      });
    });

    describe('when reading', () => {
      const numbers = (events: readonly StoredEvent[]) => events.map(({ data }) => data['n']);
      const aStreamOfFive = async () =>
        (await store.append(anAppend({ events: times(5, (n) => aFact({ n })) }))).stream;

      it.each([
        ['forwards', {}, [0, 1, 2, 3, 4]],
        ['backwards', { backwards: true }, [4, 3, 2, 1, 0]],
        ['from the middle', { from: 3n }, [3, 4]],
        ['a page from the middle', { from: 1n, limit: 2 }, [1, 2]],
        ['backwards from the middle', { from: 3n, backwards: true }, [3, 2, 1, 0]],
        ['the last one', { backwards: true, limit: 1 }, [4]],
        ['past the end', { from: 5n }, []],
        ['backwards from past the end', { from: 9n, backwards: true }, [4, 3, 2, 1, 0]],
      ])('reads a stream %s', async (_, range, expected) => {
        const stream = await aStreamOfFive();
        await aStreamOfFive();
        expect(numbers(await store.readStream(stream, range))).toEqual(expected);
      });

      it('finds nothing in a stream that is not there', async () => {
        expect(await store.readStream(aStream())).toEqual([]);
        expect(await store.readStream(aStream(), { backwards: true })).toEqual([]);
      });

      it('pages through the whole log, each page after the last', async () => {
        await Promise.all(times(9, (n) => store.append(anAppend({ events: [aFact({ n }), aFact({ n })] }))));
        const all = await store.readAll({ after: 'start', limit: 100 });
        expect(all).toHaveLength(18);
        expect(await everything(store, 'start', 4)).toEqual(all);
        const eighth = all[7]?.position ?? 'start';
        expect(await store.readAll({ after: eighth, limit: 100 })).toEqual(all.slice(8));
        expect(await store.readAll({ after: await store.head(), limit: 100 })).toEqual([]);
      });

      it('scans the same events, each of which says where it belongs before it is read', async () => {
        await Promise.all(times(3, (n) => store.append(anAppend({ events: [aFact({ n }), aFact({ n }, 'Else')] }))));
        const all = await everything(store);
        const scanned = await store.scan({ after: all[1]?.position ?? 'start', limit: 3 });
        expect(scanned).toMatchObject(
          all.slice(2, 5).map(({ position, stream, type }) => ({ position, stream, type })),
        );
        expect(scanned.map((event) => event.read())).toEqual(all.slice(2, 5));
        expect(scanned[0]?.read()).toBe(scanned[0]?.read());
        for (const event of scanned) expect(event.bytes).toBeGreaterThan(event.read().entry.length);
      });

      it('goes on wherever a reader left off, and again when it comes back', async () => {
        await Promise.all(times(3, (n) => store.append(anAppend({ events: [aFact({ n }), aFact({ n })] }))));
        const all = await everything(store);
        for (const [index, { position }] of all.entries()) {
          expect(await store.readAll({ after: position, limit: 3 })).toEqual(all.slice(index + 1, index + 4));
        }
        expect(await everything(store)).toEqual(all);
      });

      it('gives positions that grow along the log, whatever stream, and mean the same as texts', async () => {
        await Promise.all(times(9, () => store.append(anAppend({ events: [aFact(), aFact()] }))));
        const all = await everything(store);
        const positions = all.map(({ position }) => position);
        expect([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1))).toEqual(positions);
        const told = JSON.parse(JSON.stringify(positions.map(String))) as string[];
        expect(await store.readAll({ after: BigInt(told[8] ?? ''), limit: 99 })).toEqual(all.slice(9));
      });

      it('shows each stream in its own order within the log', async () => {
        const streams = times(4, aStream);
        await Promise.all(
          streams.map(async (stream) => {
            for (let expected = 0n; expected < 4n; expected++) await store.append(anAppend({ stream, expected }));
          }),
        );
        const all = await everything(store);
        for (const one of streams) {
          expect(all.filter(({ stream }) => stream === one)).toEqual(await store.readStream(one));
        }
      });

      it('begins empty and ends at its last event', async () => {
        expect(await store.head()).toBe('start');
        const { position } = await store.append(anAppend());
        expect(await store.head()).toBe(position);
      });

      it('gives its last events in its order, as many as were asked for or as there are', async () => {
        expect(await store.latest(5)).toEqual([]);
        const events = times(20, (n) => aFact({ n }));
        await Promise.all(times(3, () => store.append(anAppend({ events }))));
        const all = await everything(store);
        for (const limit of [1, 25, 59, 60, 90]) expect(await store.latest(limit)).toEqual(all.slice(-limit));
      });

      it('gives every text and number back as it was', async () => {
        const deep = times(60, (n) => n).reduce<JsonObject>((inner) => ({ inner }), { end: [] });
        const data = {
          ...{
            empty: '',
            han: '安全生产“十五条”',
            rare: '𠮷野家 👩‍🚒',
            accents: 'é e\u0301',
            control: '\u0001\t\n\u2028',
          },
          ...{ edge: 2 ** 53 - 1, negative: -(2 ** 53 - 1), beyond: '9007199254740993', tiny: 5e-324, half: 0.1 },
          ...{ deep, nothing: null, list: [[], {}, [null]], no: false, '': 'no name', __proto__x: 1, 'a"b\\c': 1 },
        };
        const { stream } = await store.append(anAppend({ events: [aFact(data)] }));
        expect((await store.readStream(stream))[0]?.data).toEqual(data);
      });
    });

    describe('around each event', () => {
      const full = anOccasion({
        postId: `post-${randomUUID()}`,
        orgId: `organisation-${randomUUID()}`,
        territoryId: `territory-${randomUUID()}`,
        onBehalfOf: `person-${randomUUID()}`,
        causationId: randomUUID(),
        source: 'mobile',
        deviceId: 'tablet 7',
        reason: '补录 “late”',
        factsAt: '41',
      });

      it.each([
        ['with everything said', full],
        ['with the least said', anOccasion({ actorId: `system-${randomUUID()}`, source: 'system' })],
      ])('keeps the occasion and both times, %s', async (_, occasion) => {
        const started = new Date(Date.now() - 60_000).toISOString();
        const append = anAppend({
          occasion,
          events: [aFact({ n: 1 }), { ...aFact({ n: 2 }, 'ThingEnded'), schemaVersion: 3 }],
        });
        const { position, events } = await store.append(append);
        const last = (await store.readStream(append.stream)).at(-1);
        expect(last).toEqual({
          ...occasion,
          eventId: eventId(occasion, 1),
          stream: append.stream,
          type: 'ThingEnded',
          schemaVersion: 3,
          data: { n: 2 },
          revision: 1n,
          position,
          recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          entry: expect.any(Buffer),
        });
        expect((last?.recordedAt ?? '') > started).toBe(true);
        expect(await store.readAll({ after: events[0]?.position ?? 'start', limit: 9 })).toEqual([last]);
      });

      it('seals an entry: canonical bytes of the envelope with the digest of the payload', async () => {
        const occasion = { ...full, commandId: randomUUID() };
        const { stream } = await store.append(anAppend({ occasion, events: [aFact({ b: '文', a: [1.5] })] }));
        const [event] = await store.readStream(stream);
        const text = event?.entry.toString() ?? '';
        const { data: _, entry: __, position: ___, revision, ...envelope } = event ?? {};
        const payloadSha256 = createHash('sha256').update('{"a":[1.5],"b":"文"}').digest('hex');
        expect(JSON.parse(text)).toEqual({
          ...envelope,
          entryVersion: 1,
          streamVersion: Number(revision) + 1,
          payloadSha256,
        });
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(parseEntry(text).payloadSha256).toBe(payloadSha256);
      });

      it('never lets the recording time step back along the log, and finds positions by it', async () => {
        await Promise.all(times(20, () => store.append(anAppend())));
        const events = await everything(store);
        const recorded = events.map(({ recordedAt }) => recordedAt);
        expect([...recorded].sort()).toEqual(recorded);
        for (const { recordedAt } of events) {
          const last = events.findLast((event) => event.recordedAt === recordedAt);
          expect(await store.positionAt(recordedAt)).toBe(last?.position);
        }
        for (const { position, recordedAt } of events) expect(await store.recordedAt(position)).toBe(recordedAt);
        expect(await store.recordedAt((events.at(-1)?.position ?? 0n) + 1_000_000n)).toBeUndefined();
        expect(await store.positionAt('2001-01-01T00:00:00.000Z')).toBe('start');
        expect(await store.positionAt('2999-01-01T08:00:00+08:00')).toBe(events.at(-1)?.position);
      });

      it('refuses an instant that is none', async () => {
        await expect(store.positionAt('yesterday')).rejects.toBeInstanceOf(RangeError);
      });
    });

    describe('when followed', () => {
      it('never hides an event from a reader, nor shows one twice, while others write', async () => {
        const writers = times(40, async (n) => {
          const stream = aStream();
          for (let expected = 0n; expected < 6n; expected += 2n) {
            await store.append(anAppend({ stream, expected, events: [aFact({ n }), aFact({ n })] }));
          }
        });
        const seen = await followWhile(store, writers);
        expect(seen).toHaveLength(240);
        expect(seen).toEqual(await everything(store));
      });

      it('gives positions that grow in the order in which appends were answered', async () => {
        let last = -1n;
        for (let n = 0; n < 10; n++) {
          const { position } = await store.append(anAppend());
          expect(position).toBeGreaterThan(last);
          last = position;
        }
      });

      it('wakes who waits as soon as it grows', async () => {
        const started = performance.now();
        const forever = new AbortController().signal;
        const woken = Promise.all(times(3, () => store.grown('start', forever)));
        const { position } = await store.append(anAppend());
        await woken;
        await store.grown(position - 1n, forever);
        expect(performance.now() - started).toBeLessThan(900);
      });

      it('does not keep waiting when told to stop, or for ever', async () => {
        const stop = new AbortController();
        const waiting = store.grown('start', stop.signal);
        stop.abort();
        await waiting;
        await store.grown('start', stop.signal);
        await store.grown('start', new AbortController().signal);
      });

      it('has an identity of its own that does not change', async () => {
        const identity = await store.identity();
        await store.append(anAppend());
        expect(await store.identity()).toBe(identity);
      });
    });
  });
};
