import { LogClock } from '#platform/decide';
import { lagOf } from '#platform/follow';
import { withViews } from './views-place.js';

/** A row for each table of each view: what it is for, where it stands, and how far behind the log that is, by the log's own clock. */
export const viewsStatus = () =>
  withViews(async ({ events, builds }) => {
    const [head, tables] = [await events.head(), await builds.tables()];
    const now = await new LogClock(events).fresh();
    // Most tables stand at one place, which is looked at once.
    const lags = new Map<string, ReturnType<typeof lagOf>>();
    const rows = tables.map(async ({ view, version, build, state, at, parked }) => {
      const lag = lags.get(String(at)) ?? lagOf(events, at, now);
      lags.set(String(at), lag);
      const { events: eventsBehind, seconds } = await lag;
      const secondsBehind = Number(seconds.toFixed(1));
      return { view, version, build, state, position: at, head, eventsBehind, secondsBehind, parked };
    });
    return Promise.all(rows);
  });
