import type { EventStore } from '#platform/event-store';

type Log = Pick<EventStore, 'scan'>;

/** Lets followers that stand at the same place read together: a scan that is under way answers everybody who asks for the same. */
export const sharedScan = (log: Log): Log => {
  const underWay = new Map<string, ReturnType<Log['scan']>>();
  return {
    scan: (range) => {
      const asked = `${String(range.after)} ${String(range.limit)}`;
      const scan = underWay.get(asked) ?? log.scan(range).finally(() => underWay.delete(asked));
      underWay.set(asked, scan);
      return scan;
    },
  };
};
