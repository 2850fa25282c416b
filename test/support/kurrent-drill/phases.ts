import type { Faults } from '../kurrent-peer/faults.js';
import type { PeerCluster } from '../kurrent-peer/peer-cluster.js';

/** How far a call has come when the fault strikes. */
export const PHASES = ['before discovery', 'while discovery runs', 'connected', 'while it is answered'] as const;
export type Phase = (typeof PHASES)[number];

export const isConnectedBefore = (phase: Phase): boolean => phase === 'connected' || phase === 'while it is answered';

const NONE: Faults = { append: undefined, read: undefined, gossip: undefined };

/** Lets something happen once, at its phase; the call is made after this, and what is answered then waits for it. */
export const strikeAt = (phase: Phase, cluster: PeerCluster, strike: () => Promise<void>): (() => Promise<void>) => {
  let struck: Promise<void> | undefined;
  const once = () => {
    if (struck) return struck;
    for (const { faults } of cluster.nodes) Object.assign(faults, NONE);
    struck = strike();
    return struck;
  };
  if (phase === 'before discovery' || phase === 'connected') {
    void once();
    return once;
  }
  for (const { faults } of cluster.nodes) {
    if (phase === 'while discovery runs') {
      faults.gossip = () => (void once(), undefined);
    } else {
      faults.append = (stream) => (stream.startsWith('thing-') ? (void once(), undefined) : undefined);
      faults.read = () => (void once(), undefined);
    }
  }
  return once;
};
