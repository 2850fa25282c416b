import type { AnyPolicy } from '#kernel';
import { PolicyRunner, type PolicyLease, type PolicyStore } from '#platform/follow';
import type { After, EventStore } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { box } from '../support/box-decider.js';

/** Hears of every event and asks for nothing: what is left is reading. */
const hearing: AnyPolicy = { name: 'hears', of: box, asks: [box], on: { BoxMoved: () => [] } };

/** How long the follower of policies takes from the start of a log to a position, in seconds. */
export const secondsToFollow = (events: EventStore, to: bigint): Promise<number> =>
  new Promise((resolve) => {
    const began = performance.now();
    const lease: PolicyLease = {
      checkpoint: () => Promise.resolve<After>('start'),
      move: () => Promise.resolve(),
      parked: () => Promise.resolve([]),
      park: () => Promise.resolve(),
      unpark: () => Promise.resolve(),
      release: () => Promise.resolve(),
    };
    const store: PolicyStore = {
      lease: () => Promise.resolve(lease),
      checkpoints: () => Promise.resolve(new Map()),
      parked: () => Promise.resolve([]),
    };
    const runner = new PolicyRunner({
      ...{ policies: [hearing], store, events, log: createLog('silent') },
      memory: { rowsAt: () => Promise.resolve(new Map()), parked: () => Promise.resolve([]) },
      decide: () => Promise.reject(new Error('nothing is asked for')),
      moved: (_, at) => {
        if (at !== to) return;
        const seconds = (performance.now() - began) / 1_000;
        void runner.stop().then(() => {
          resolve(seconds);
        });
      },
    });
    runner.start();
  });
