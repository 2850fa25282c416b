import { LogClock } from '#platform/decide';
import { viewStandings } from '../api/system/view-standings.js';
import { withViews } from './views-place.js';

/** A row for each table of each view: what it is for, where it stands, and how far behind the log that is, by the log's own clock. */
export const viewsStatus = () =>
  withViews(async ({ events, builds }) => {
    const [head, tables, now] = [await events.head(), await builds.tables(), await new LogClock(events).fresh()];
    const standings = await viewStandings(events, tables, now);
    return standings.map(({ view, version, build, state, at, parked, lag }) => {
      const secondsBehind = Number(lag.seconds.toFixed(1));
      return { view, version, build, state, position: at, head, eventsBehind: lag.events, secondsBehind, parked };
    });
  });
