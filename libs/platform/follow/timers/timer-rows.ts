import { kindOf, type AnyTimer, type Due, type Message } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { CannotFollow } from '../loop/cannot-follow.js';
import { rightful } from '../policies/rightful.js';
import type { DueRow } from './due-row.js';

/** What an event does to the rows of its stream: first some go, then some are set. */
export interface RowChanges {
  readonly cancelled: readonly string[];
  readonly set: readonly DueRow[];
}

/** What is looked up by has to fit into an index entry, in any script. */
const LONGEST_KEY = 200;
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Whether an event sets or takes back anything of a timer. */
export const concernsTimer = (
  { of, due, cancels }: AnyTimer,
  { stream, type }: Pick<StoredEvent, 'stream' | 'type'>,
): boolean => kindOf(stream) === of.kind && (Object.hasOwn(due, type) || Object.hasOwn(cancels, type));

/** What an event does to the rows of a timer, by the state of its stream right after it. Pure; throws on bugs. */
export const changesBy = (
  timer: AnyTimer,
  event: StoredEvent,
  { type, data }: Message,
  state: unknown,
): RowChanges => ({
  cancelled: timer.cancels[type]?.(data, state, event) ?? [],
  set: (timer.due[type]?.(data, state, event) ?? []).map((due) => rowOf(timer, event, due)),
});

const rowOf = (timer: AnyTimer, event: StoredEvent, due: Due): DueRow => {
  check(timer, due);
  rightful(timer, event.stream, due.ask);
  const { key, at, ask } = due;
  const { eventId, correlationId, position, stream } = event;
  return {
    ...{ timer: timer.name, stream, key, at },
    ask: { kind: ask.decider.kind, stream: ask.stream, command: ask.command },
    cause: { eventId, correlationId, position },
  };
};

/** Better one stream held back than a store that has to refuse a whole batch, for ever. */
const check = ({ name, asks }: AnyTimer, { key, at, ask }: Due): void => {
  const { kind } = ask.decider;
  if (!asks.some((decider) => decider.kind === kind))
    throw new CannotFollow(`${name} does not say that it asks ${kind}`);
  if (!isInstant(at)) throw new CannotFollow(`${name} sets something for no moment`);
  if (key.length > LONGEST_KEY || UNSTORABLE.test(key))
    throw new CannotFollow(`${name} sets a key that cannot be stored`);
};

/** A moment in the one form whose texts have the order of time. */
const isInstant = (text: string): boolean =>
  /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
