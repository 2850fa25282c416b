import { Peer } from './peer.js';
import { PeerLog } from './peer-log.js';
import type { Member } from './peer-node.js';

/**
 * Nodes over one log, of which one leads. What they say while there is no leader, and what the others say of one that is gone, is
 * what a real cluster of three said (kurrentdb.md part 6).
 */
export class PeerCluster {
  readonly log = new PeerLog();
  readonly nodes: readonly Peer[];
  #leader: Peer | undefined;

  private constructor(count: number) {
    const members = () => this.nodes.map((node) => this.memberOf(node));
    this.nodes = Array.from({ length: count }, () => new Peer({ log: this.log, members }));
  }

  /** All of them listen, and the first one leads. */
  static async start(count = 3): Promise<PeerCluster> {
    const cluster = new PeerCluster(count);
    await cluster.start();
    cluster.elect(cluster.nodes[0]);
    return cluster;
  }

  /** Every node is a seed. */
  get url(): string {
    return `esdb://${this.nodes.map(({ port }) => `127.0.0.1:${String(port)}`).join(',')}?tls=false`;
  }

  /** One name to ask for the others. */
  get discoverUrl(): string {
    return `esdb+discover://127.0.0.1:${String(this.nodes.at(-1)?.port)}?tls=false`;
  }

  get leader(): Peer {
    if (!this.#leader) throw new Error('nobody leads');
    return this.#leader;
  }

  /** Another one, of those that lead not. */
  get follower(): Peer {
    const other = this.nodes.find((node) => node !== this.#leader);
    if (!other) throw new Error('nobody follows');
    return other;
  }

  /** Who leads from now on; without anybody, no node is ready. */
  elect(leader: Peer | undefined): void {
    this.#leader = leader;
    for (const node of this.nodes) {
      node.isReady = leader !== undefined;
      node.follows = node === leader ? undefined : { port: leader?.port };
    }
  }

  async start(): Promise<void> {
    for (const node of this.nodes) await node.start();
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
  }

  private memberOf(node: Peer): Member {
    const state = node === this.#leader ? 'leader' : this.#leader ? 'follower' : 'unknown';
    return { host: '127.0.0.1', port: node.port, state };
  }
}
