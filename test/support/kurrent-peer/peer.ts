import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type Metadata } from '@grpc/grpc-js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { bind, boundTo } from './bound-port.js';
import { features, gossip } from './cluster.js';
import type { Faults } from './faults.js';
import { PeerLog } from './peer-log.js';
import type { Member, PeerNode } from './peer-node.js';
import { read } from './read.js';
import { noLeaderInfo, notLeader, notReady, unauthenticated, type Refusal } from './refusals.js';

export interface PeerOptions {
  /** The certificate and its key as PEM texts; with them the port speaks TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** The only user there is; asked for with TLS only, as the client sends none without. */
  readonly user?: { readonly name: string; readonly password: string };
  /** The log of another node of the same cluster. */
  readonly log?: PeerLog;
  /** What a node of a cluster gossips; without it, what it knows by itself. */
  readonly members?: () => readonly Member[];
}

const HOST = '127.0.0.1';

/**
 * Speaks KurrentDB's protocol on a loopback port over a log in memory, and fails when it is told to. It shows how the adapter
 * behaves, and proves nothing about KurrentDB: each rule in it says where it comes from.
 */
export class Peer implements PeerNode {
  readonly log: PeerLog;
  readonly faults: Faults = {};
  readonly asked = { features: 0, gossip: 0, batches: 0, faults: 0, live: 0 };
  readonly subscriptions: PeerNode['subscriptions'] = new Set();
  /** Where the leader is when this node is none; without an address nobody knows. */
  follows: { readonly port: number | undefined } | undefined;
  /** In a cluster without a quorum a node is neither leader nor follower, and serves nobody (kurrentdb.md part 6, row 14). */
  isReady = true;
  /** How long every call waits before it is served, as if the server was far away. */
  waitMs = 0;
  #server: Server | undefined;
  #port = 0;
  #held: (() => void)[] | undefined;

  constructor(private readonly options: PeerOptions = {}) {
    this.log = options.log ?? new PeerLog();
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    const { user, tls } = this.options;
    const credentials = user ? `${user.name}:${encodeURIComponent(user.password)}@` : '';
    return `esdb://${credentials}${HOST}:${String(this.#port)}${tls ? '' : '?tls=false'}`;
  }

  /** Listens, on the same port as before when it did. */
  async start(): Promise<this> {
    if (this.#server) return this;
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(StreamsService, { read: read(this), append: append(this), batchAppend: this.countBatches() });
    server.addService(GossipService, { read: gossip(this) });
    server.addService(ServerFeaturesService, { getSupportedMethods: features(this) });
    const { tls } = this.options;
    const credentials = tls
      ? ServerCredentials.createSsl(null, [
          { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
        ])
      : ServerCredentials.createInsecure();
    this.#server = server;
    this.#port = await boundTo(this.#port, (port) => bind(server, credentials, port));
    return this;
  }

  /** Takes what is sent and says nothing, like a process that was stopped (kurrentdb.md part 6): no connection breaks. */
  freeze(): void {
    this.#held ??= [];
  }

  /** Goes on with what was sent meanwhile, whether anybody still waits for it or not. */
  thaw(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const work of held) work();
  }

  /** Does what somebody asks for, now or as soon as it can. */
  serve(work: () => void): void {
    if (this.#held) this.#held.push(work);
    else work();
  }

  /** Begins with what somebody asks for when it has come here. */
  arrive(work: () => void): void {
    if (this.waitMs > 0) setTimeout(() => this.serve(work), this.waitMs);
    else this.serve(work);
  }

  /** Cuts every connection; the log stays. */
  stop(): Promise<void> {
    this.#held = undefined;
    this.#server?.forceShutdown();
    this.#server = undefined;
    return Promise.resolve();
  }

  /** The connections break, and the port answers again at once. */
  cut(): void {
    this.#server?.drain(`${HOST}:${String(this.#port)}`, 0);
  }

  members(): readonly Member[] {
    const { members } = this.options;
    if (members) return members();
    const me: Member = { host: HOST, port: this.#port, state: this.follows ? 'follower' : 'leader' };
    const leader = this.follows?.port;
    return leader === undefined ? [me] : [me, { host: HOST, port: leader, state: 'leader' }];
  }

  /** Refuses those who may not come in, and sends those who need the leader to it (requires-leader: MetadataHelpers.cs of kurrent-io/KurrentDB). */
  refuses(metadata: Metadata): Refusal | undefined {
    const { user } = this.options;
    if (user) {
      const expected = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
      if (metadata.get('authorization')[0] !== expected) return unauthenticated();
    }
    if (!this.isReady) return notReady();
    if (!this.follows || metadata.get('requires-leader')[0] !== 'true') return undefined;
    return this.follows.port === undefined ? noLeaderInfo() : notLeader(HOST, this.follows.port);
  }

  private countBatches() {
    const handle = batchAppend(this);
    return (...call: Parameters<typeof handle>) => {
      this.asked.batches += 1;
      handle(...call);
    };
  }
}
