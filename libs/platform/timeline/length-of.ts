import type { Id } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import { MOST_COUNTED } from '#platform/views';

/** How long a stream was when the log stood at a position, up to one more than is counted: by halving, without reading it through. */
export const lengthOf = async (
  stream: Id,
  last: After | undefined,
  events: Pick<EventStore, 'readStream'>,
): Promise<number> => {
  const isThere = async (revision: number) => {
    const [event] = await events.readStream(stream, { from: BigInt(revision), limit: 1 });
    return event !== undefined && (last === undefined || (last !== 'start' && event.position <= last));
  };
  let [length, most] = [0, MOST_COUNTED + 1];
  while (length < most) {
    const middle = Math.floor((length + most) / 2);
    if (await isThere(middle)) length = middle + 1;
    else most = middle;
  }
  return length;
};
