import type { After } from '#platform/event-store';
import { KurrentEventStore, KurrentLog } from '#platform/eventstoredb';

/** As many as followers read at once. */
const PAGE = 500;

type NextPage = (after: After) => Promise<readonly { readonly position: bigint }[]>;

/** Events a second of one reading of the log to its end. */
const rate = async (next: NextPage): Promise<number> => {
  const began = performance.now();
  let events = 0;
  for (let after: After = 'start'; ;) {
    const page = await next(after);
    events += page.length;
    if (page.length < PAGE) return (1_000 * events) / (performance.now() - began);
    after = page.at(-1)?.position ?? after;
  }
};

/** As followers read: the server leaves out claims for whoever is far behind. */
export const asFollowers = async (url: string): Promise<number> => {
  const store = new KurrentEventStore(url);
  return rate((after) => store.scan({ after, limit: PAGE })).finally(() => store.close());
};

/** As the tools of the log read: claims and the system's records along with it. */
export const withClaims = async (url: string): Promise<number> => {
  const log = new KurrentLog(url);
  return rate((after) => log.records(after, PAGE)).finally(() => log.close());
};
