import type { Actor } from '#access';
import type { ViewOf } from '#kernel';
import { MOST_COUNTED, type Views, type Way } from '#platform/views';
import { looking } from '../input/looking.js';

/** Counts what waits for somebody in one list. */
export type CountAwaited = (views: Pick<Views, 'count' | 'page'>, viewer: Actor) => Promise<number | undefined>;

/** Counts what a list shows as waiting for somebody; undefined where there is more than is counted. */
export const awaitedIn =
  <Row extends object>(view: ViewOf<Row>, ways: (viewer: Actor) => readonly Way<Row>[]): CountAwaited =>
  async (views, viewer) => {
    const oneOf = ways(viewer);
    const count = oneOf.length === 0 ? 0 : await views.count(view, { oneOf }, looking(viewer));
    return count > MOST_COUNTED ? undefined : count;
  };
