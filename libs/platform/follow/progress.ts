import type { EventStore } from '#platform/event-store';
import { NotYetVisible, type Visibility, type ViewRegistry } from '#platform/views';
import { lagOf, type Lag } from './loop/lag.js';
import type { PolicyStore } from './policies/policy-store.js';
import { isPast, lowest } from './loop/position.js';
import type { ViewStore } from './views/view-store.js';
import { CheckpointWatch } from './loop/checkpoint-watch.js';

export interface Followed {
  readonly views: ViewRegistry;
  readonly viewStore: Pick<ViewStore, 'checkpoints'>;
  readonly policyStore: Pick<PolicyStore, 'checkpoint'>;
  readonly events: Pick<EventStore, 'head' | 'scan'>;
  /** How long anybody waits at most, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 5_000;
/** What a policy does may make another one act, as a relay makes a directive that is delivered then. So deep that goes at most. */
const DEEPEST = 3;

/**
 * How far views and policies are, and waiting for them: told by followers in this process, looked up when they run in another.
 */
export class Progress implements Visibility {
  readonly views: CheckpointWatch;
  readonly policies: CheckpointWatch;
  readonly #patienceMs: number;

  constructor(private readonly followed: Followed) {
    this.views = new CheckpointWatch(async () => {
      const known = await followed.viewStore.checkpoints();
      return lowest(followed.views.all.map(({ name }) => known.get(name) ?? 'start'));
    });
    this.policies = new CheckpointWatch(() => followed.policyStore.checkpoint());
    this.#patienceMs = followed.patienceMs ?? PATIENCE_MS;
  }

  async seen(position: bigint): Promise<void> {
    const until = performance.now() + this.#patienceMs;
    await this.wait(this.views, await this.settled(position, until), until);
  }

  async folded(position: bigint): Promise<void> {
    await this.wait(this.views, position, performance.now() + this.#patienceMs);
  }

  /** How far behind the slowest view and the policies are, for health. */
  async lag(now: Date): Promise<{ readonly views: Lag; readonly policies: Lag }> {
    const [views, policies] = await Promise.all([this.views.look(), this.policies.look()]);
    const { events } = this.followed;
    return { views: await lagOf(events, views, now), policies: await lagOf(events, policies, now) };
  }

  /** The last position of the log once policies have reacted to this one, and to what they did about it. */
  private async settled(position: bigint, until: number): Promise<bigint> {
    let last = position;
    for (let depth = 0; depth < DEEPEST; depth++) {
      await this.wait(this.policies, last, until);
      const head = await this.followed.events.head();
      if (head === 'start' || head <= last) break;
      last = head;
    }
    return last;
  }

  private async wait(watch: CheckpointWatch, position: bigint, until: number): Promise<void> {
    if (isPast(watch.known, position)) return;
    const reached = await watch.past(position, until - performance.now());
    if (!isPast(reached, position)) throw new NotYetVisible(position, reached);
  }
}
