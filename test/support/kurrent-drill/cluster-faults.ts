import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENT_SETTINGS } from '../../../libs/platform/eventstoredb/client-settings.js';
import type { PeerCluster } from '../kurrent-peer/peer-cluster.js';
import { notReady } from '../kurrent-peer/refusals.js';

/** Something that happens to a cluster, and how it is over. */
export interface ClusterFault {
  strike(cluster: PeerCluster, seeds: number): Promise<void> | void;
  back(cluster: PeerCluster): Promise<void> | void;
}

/** How many rounds of gossip a cluster was asked from now on. */
const askedIn = (cluster: PeerCluster, seeds: number) => {
  const asked = () => cluster.nodes.reduce((sum, node) => sum + node.asked.gossip, 0);
  const before = asked();
  return () => (asked() - before) / seeds;
};

const isOver = () => undefined;

export const CLUSTER_FAULTS = {
  'no leader': {
    strike: (cluster) => cluster.elect(undefined),
    back: (cluster) => cluster.elect(cluster.nodes[1]),
  },
  // What ended the process of row 14: discovery finds nobody, and what was still open breaks meanwhile.
  'no leader, and what is open breaks': {
    strike: async (cluster, seeds) => {
      const rounds = askedIn(cluster, seeds);
      cluster.elect(undefined);
      while (rounds() < 2) await sleep(20);
      for (const { subscriptions } of cluster.nodes) for (const fail of [...subscriptions]) fail(notReady());
      while (rounds() < CLIENT_SETTINGS.maxDiscoverAttempts) await sleep(20);
    },
    back: (cluster) => cluster.elect(cluster.nodes[1]),
  },
  'nobody there': { strike: (cluster) => cluster.stop(), back: (cluster) => cluster.start() },
  'a leader that resigns': { strike: (cluster) => cluster.elect(cluster.follower), back: isOver },
  'a leader that dies': {
    strike: async (cluster) => {
      const { leader } = cluster;
      cluster.elect(cluster.follower);
      await leader.stop();
    },
    back: (cluster) => cluster.start(),
  },
  'a silent leader, and another one': {
    strike: (cluster) => {
      cluster.leader.freeze();
      cluster.elect(cluster.follower);
    },
    back: (cluster) => cluster.nodes.forEach((node) => node.thaw()),
  },
  'silence everywhere': {
    strike: (cluster) => cluster.nodes.forEach((node) => node.freeze()),
    back: (cluster) => cluster.nodes.forEach((node) => node.thaw()),
  },
} as const satisfies Record<string, ClusterFault>;

export type FaultName = keyof typeof CLUSTER_FAULTS;
