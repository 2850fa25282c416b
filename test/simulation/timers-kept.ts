import { decode, evolve, type AnyTimer } from '#kernel';
import type { Outcome } from '#platform/decide';
import { commandKey, type StoredEvent } from '#platform/event-store';
import { occasionOfRow, type DueRow } from '#platform/follow';
import { changesBy, concernsTimer } from '../../libs/platform/follow/timers/timer-rows.js';

/** Something that was due, and when the log took what ended it before it was asked for, if anything did. */
interface OnceDue {
  readonly row: DueRow;
  endedAt?: string;
}

/** Everything that was ever due by the plainest of folds: one event after the other. */
const everDue = (timer: AnyTimer, log: readonly StoredEvent[]): readonly OnceDue[] => {
  const all: OnceDue[] = [];
  const now = new Map<string, OnceDue>();
  const end = (place: string, { recordedAt }: StoredEvent) => {
    const ended = now.get(place);
    if (ended) ended.endedAt = recordedAt;
    now.delete(place);
  };
  for (const event of log.filter((one) => concernsTimer(timer, one))) {
    const history = log.filter(({ stream, position }) => stream === event.stream && position <= event.position);
    const state = history.reduce<unknown>(
      (before, each) => evolve(timer.of, before, decode(timer.of.events, each), each),
      timer.of.initial,
    );
    const { cancelled, set } = changesBy(timer, event, decode(timer.of.events, event), state);
    for (const key of cancelled) end(`${event.stream} ${key}`, event);
    for (const row of set) {
      const place = `${row.stream} ${row.key}`;
      end(place, event);
      const due: OnceDue = { row };
      now.set(place, due);
      all.push(due);
    }
  }
  return all;
};

/** What was due was answered, once and not before its moment; what was taken back before that was never asked for. */
export const timersKept = (
  timers: readonly AnyTimer[],
  log: readonly StoredEvent[],
  promises: ReadonlyMap<string, readonly Outcome[]>,
): readonly string[] =>
  timers.flatMap((timer) =>
    everDue(timer, log).flatMap(({ row, endedAt }) => {
      const key = commandKey(occasionOfRow(row));
      const what = `${timer.name}: ${row.key} of ${row.stream} at ${row.at}`;
      const events = log.filter((event) => commandKey(event) === key);
      const isAnswered = promises.has(key);
      return [
        ...(endedAt === undefined && !isAnswered ? [`${what} has no answer`] : []),
        ...(endedAt !== undefined && endedAt < row.at && isAnswered ? [`${what} was taken back before`] : []),
        ...(events.some(({ recordedAt }) => recordedAt < row.at) ? [`${what} came too early`] : []),
        ...(events.length > 1 ? [`${what} came twice`] : []),
      ];
    }),
  );
