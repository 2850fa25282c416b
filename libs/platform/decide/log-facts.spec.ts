import { eventsOf, fact, type Foldable, type Id } from '#kernel';
import { MemoryEventStore, type Append } from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LogFacts } from './log-facts.js';
import { StreamCompany } from './stream-company.js';
import { StreamStates } from './stream-states.js';

const [LOW, MIDDLE, TOP, OTHER] = ['body-low', 'body-middle', 'body-top', 'body-other'] as const;

/** A body is below another one. */
const body: Foldable<{ readonly above?: Id }> = {
  kind: 'body',
  events: eventsOf('body', { Placed: fact('Placed', '归属', { above: z.string() as unknown as z.ZodType<Id> }) }),
  initial: {},
  seenBy: () => 'everybody',
  evolve: { Placed: (_: object, { above }: { readonly above: Id }) => ({ above }) },
};

describe('facts that decisions rest on', () => {
  let store: MemoryEventStore;
  let placed = 0;
  /** The streams that were asked for together, one wave after the other. */
  let waves: Id[][];
  const states = new StreamStates();
  let company: StreamCompany;

  const place = async (stream: Id, above: Id) => {
    const commandId = `0190f3a0-0000-7000-8000-${String(placed++).padStart(12, '0')}`;
    const occasion = {
      actorId: 'person-1',
      occurredAt: '2022-03-31T09:00:00.000Z',
      commandId,
      correlationId: 'c',
      source: 'web',
    } as const;
    const expected = BigInt((await store.readStream(stream)).length);
    const events: Append['events'] = [{ type: 'Placed', schemaVersion: 1, data: { above } }];
    await store.append({ stream, expected, occasion, commandHash: '00'.repeat(32), events });
  };

  beforeEach(async () => {
    store = new MemoryEventStore();
    company = new StreamCompany();
    await place(LOW, MIDDLE);
    await place(MIDDLE, TOP);
    await place(TOP, OTHER);
  });

  /** The bodies above one, as a decision finds them. */
  const walk = async (from: Id, broken: readonly Id[] = [], isSeen = true): Promise<readonly Id[]> => {
    waves = [];
    let wave: Id[] | undefined;
    const readStream = (stream: Id) => {
      if (!wave) waves.push((wave = []));
      wave.push(stream);
      setImmediate(() => (wave = undefined));
      return new Promise<Awaited<ReturnType<typeof store.readStream>>>((resolve, reject) => {
        setImmediate(() => {
          if (broken.includes(stream)) reject(new Error('gone'));
          else void store.readStream(stream).then(resolve);
        });
      });
    };
    const facts = new LogFacts({ readStream }, states, company);
    const found: Id[] = [];
    for (let at: Id | undefined = from; at !== undefined && at !== OTHER;) {
      found.push(at);
      const { above }: { readonly above?: Id } = await facts.state(body, at);
      if (isSeen) facts.shown(at);
      at = above;
    }
    return found;
  };

  it('are read one after the other the first time, and from then on together', async () => {
    expect(await walk(LOW)).toEqual([LOW, MIDDLE, TOP]);
    expect(waves).toEqual([[LOW], [MIDDLE], [TOP]]);
    expect(await walk(LOW)).toEqual([LOW, MIDDLE, TOP]);
    expect(waves).toEqual([[LOW], [MIDDLE, TOP]]);
  });

  it('T19: are not read along of what whoever decides does not see', async () => {
    await walk(LOW);
    await walk(LOW);
    await walk(LOW, [], false);
    expect(waves).toEqual([[LOW], [MIDDLE], [TOP]]);
  });

  it('are those of now, however much was read along before', async () => {
    await walk(LOW);
    await place(MIDDLE, OTHER);
    expect(await walk(LOW)).toEqual([LOW, MIDDLE]);
    await place(LOW, TOP);
    expect(await walk(LOW)).toEqual([LOW, TOP]);
  });

  it('do not depend on what was read along and could not be', async () => {
    await walk(LOW);
    await place(LOW, OTHER);
    expect(await walk(LOW, [MIDDLE, TOP])).toEqual([LOW]);
    await place(LOW, MIDDLE);
    await expect(walk(LOW, [TOP])).rejects.toThrow('gone');
  });

  it('are not read along where nothing named them', async () => {
    const facts = new LogFacts(store, states, company);
    await facts.state(body, TOP);
    await facts.state(body, LOW);
    expect(company.of(TOP)).toEqual([]);
  });
});

it('remembers a few streams for each, the last ones first, and reads no more than some ahead', () => {
  const company = new StreamCompany();
  for (const n of [1, 2, 3, 4, 5]) company.note('body-0', `body-${String(n)}`);
  expect(company.of('body-0')).toEqual(['body-5', 'body-4', 'body-3', 'body-2']);
  for (let n = 5; n < 99; n++) company.note(`body-${String(n)}`, `body-${String(n + 1)}`);
  company.note('body-99', 'body-0');
  expect(company.of('body-0')).toHaveLength(16);
});
