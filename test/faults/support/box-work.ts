import { randomBytes, randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import {
  OutcomeUnknown,
  Overloaded,
  StorageFull,
  Unavailable,
  WrongVersion,
  type Append,
  type EventStore,
} from '#platform/event-store';
import { aBox, moved, packed } from '../../support/boxes.js';
import { soon } from '../../support/soon.js';
import type { Attempt } from './told.js';
import type { Work } from './writers.js';

const ACTOR = 'person-00000000-0000-4000-8000-000000000001';

/** An append as a client sees it. Anything but the port's own errors is the test's business. */
export const attempt = async (events: Pick<EventStore, 'append'>, append: Append): Promise<Attempt> => {
  try {
    const { events: written, position } = await events.append(append);
    return { is: 'acked', events: written.length, position };
  } catch (error) {
    if (error instanceof WrongVersion) return { is: 'refused', why: error.name };
    if (error instanceof Overloaded || error instanceof Unavailable || error instanceof StorageFull) {
      return { is: 'later', why: error.name };
    }
    if (error instanceof OutcomeUnknown) return { is: 'unknown', why: error.name };
    throw error;
  }
};

const appendOf = (stream: Id, commandId: string, expected: bigint, events: Append['events']): Append => ({
  stream,
  expected,
  occasion: {
    actorId: ACTOR,
    occurredAt: '2022-03-31T09:00:00.000Z',
    commandId,
    correlationId: commandId,
    source: 'web',
  },
  commandHash: commandId.replaceAll('-', '').repeat(2),
  events,
});

/** One append of one event for a new box. */
export const boxAppend = (): Append => appendOf(aBox(), randomUUID(), 0n, [packed()]);

/** Commands of one to three events, each for a new box: they never race. */
export const newBoxes =
  (events: Pick<EventStore, 'append'>): Work =>
  (commandId, writer) => {
    const stream = aBox();
    const shelf = `shelf-${String(writer)}`;
    const facts = [packed({ shelf }), moved('b'), moved(shelf)].slice(0, 1 + (writer % 3));
    const append = appendOf(stream, commandId, 0n, facts);
    return { stream, actorId: ACTOR, events: facts.length, send: () => attempt(events, append) };
  };

/** Commands of one large event, which no compression makes smaller, each for a new box. */
export const bigBoxes =
  (events: Pick<EventStore, 'append'>): Work =>
  (commandId) => {
    const stream = aBox();
    const label = randomBytes(60 * 1024).toString('base64');
    const append = appendOf(stream, commandId, 0n, [packed({ label })]);
    return { stream, actorId: ACTOR, events: 1, send: () => attempt(events, append) };
  };

/** Commands of one event for boxes that all writers share: most of them race, and the losers are refused. */
export const sharedBoxes =
  (events: Pick<EventStore, 'append' | 'readStream'>, boxes: readonly Id[]): Work =>
  async (commandId, writer) => {
    const stream = boxes[writer % boxes.length] ?? aBox();
    const [last] = await soon(() => events.readStream(stream, { backwards: true, limit: 1 }));
    const expected = last ? last.revision + 1n : 0n;
    const fact = expected === 0n ? packed() : moved(`shelf-${String(writer)}`);
    const append = appendOf(stream, commandId, expected, [fact]);
    return { stream, actorId: ACTOR, events: 1, send: () => attempt(events, append) };
  };
