import { eventId } from '#platform/event-store';
import type { Act } from '#sample-world';
import { AnotherStory, type Making } from './maker.js';

/**
 * The acts that come after those that the log holds. Throws AnotherStory when the log's last event is not the one that stands there
 * in the story, or when the story is shorter.
 */
export async function* rest(
  story: AsyncIterable<readonly Act[]>,
  { held, lastEventId }: Pick<Making, 'held' | 'lastEventId'>,
): AsyncGenerator<readonly Act[]> {
  let told = 0;
  const isNew = ({ occasion, events }: Act): boolean => {
    if (told >= held) return true;
    told += events.length;
    if (told < held || (told === held && eventId(occasion, events.length - 1) === lastEventId)) return false;
    throw new AnotherStory('another event stands there');
  };
  for await (const acts of story) {
    const fresh = acts.filter(isNew);
    if (fresh.length > 0) yield fresh;
  }
  if (told < held) throw new AnotherStory('the story is shorter');
}
