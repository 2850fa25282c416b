import { useEffect } from 'react';
import { graphql, type ResultOf } from '../api/graphql';
import { useRead, type Read } from '../api/use-read';
import { useWhileActive } from '../lib/while-active';
import { useWritten } from '../lib/written';

const FRESHNESS = graphql(`
  query Freshness {
    freshness {
      head
      reached
      secondsBehind
    }
  }
`);

const EVERY_MS = 5_000;
/** What has just been written takes a moment everywhere. */
const BEHIND_SECONDS = 2;

export type Fresh = ResultOf<typeof FRESHNESS>['freshness'];
export type Freshness = Read<ResultOf<typeof FRESHNESS>>;

/** Whether lists show the log as it stands: asked again while somebody is there, and after what they wrote. */
export const useFreshness = (): Freshness => {
  const read = useRead(FRESHNESS, {});
  const written = useWritten();
  const again = read.at === 'reading' ? undefined : read.again;
  useWhileActive(again ?? nothing, EVERY_MS);
  useEffect(() => again?.(), [written, again]);
  return read;
};

const nothing = () => undefined;

/** What lists do not show yet; undefined where that is nothing to speak of. */
export const behindOf = (freshness: Freshness): Fresh | undefined =>
  freshness.at === 'read' && freshness.data.freshness.secondsBehind >= BEHIND_SECONDS
    ? freshness.data.freshness
    : undefined;
