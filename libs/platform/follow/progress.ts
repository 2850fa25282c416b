import type { AnyPolicy, AnyView } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import { NotYetVisible, ViewNotReady, type Visibility, type ViewRegistry } from '#platform/views';
import { CheckpointWatch } from './loop/checkpoint-watch.js';
import { lagOf, type Lag } from './loop/lag.js';
import { isPast, lowest } from './loop/position.js';
import { sharedLook } from './loop/shared-look.js';
import { allWaiters, type Waiters } from './loop/waiters.js';
import { policiesFor } from './policies/policies-for.js';
import type { PolicyStore } from './policies/policy-store.js';
import type { ViewCheckpoint } from './fold/view-table.js';
import type { ViewStore } from './views/view-store.js';

export interface Followed {
  readonly views: ViewRegistry;
  readonly policies: readonly AnyPolicy[];
  readonly viewStore: Pick<ViewStore, 'checkpoints'>;
  readonly policyStore: Pick<PolicyStore, 'checkpoint'>;
  readonly events: Pick<EventStore, 'head' | 'scan'>;
  /** How long anybody waits at most, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 5_000;
/** How deep policies are followed that act because of what others did, as a relay makes a directive that is delivered then. */
const DEEPEST = 3;

/**
 * How far each view and the policies are, and waiting for them: told by followers in this process, looked up when they run in
 * another.
 */
export class Progress implements Visibility {
  readonly policies: CheckpointWatch;
  readonly #views = new Map<string, CheckpointWatch>();
  /** Views that some policy can change. */
  readonly #changedByPolicies: ReadonlySet<string>;
  readonly #look: () => Promise<ReadonlyMap<string, ViewCheckpoint>>;
  readonly #patienceMs: number;

  constructor(private readonly followed: Followed) {
    const { views, policies, viewStore, policyStore } = followed;
    this.#look = sharedLook(() => viewStore.checkpoints());
    for (const { name } of views.all) {
      this.#views.set(name, new CheckpointWatch(async () => readAt((await this.#look()).get(name))));
    }
    this.policies = new CheckpointWatch(() => policyStore.checkpoint());
    const changed = views.all.filter((view) => policiesFor(view, policies).length > 0);
    this.#changedByPolicies = new Set(changed.map(({ name }) => name));
    this.#patienceMs = followed.patienceMs ?? PATIENCE_MS;
  }

  /** Readers who wait for a view. */
  get waiters(): Waiters {
    return allWaiters([...this.#views.values()]);
  }

  /** A follower in this process says how far a view that can be read has come. */
  readonly moved = (view: string, to: After): void => {
    this.#views.get(view)?.moved(to);
  };

  async seen(position: bigint, view: AnyView): Promise<void> {
    const until = performance.now() + this.#patienceMs;
    const isChanged = this.#changedByPolicies.has(view.name);
    await this.passed(view, isChanged ? await this.settled(position, until) : position, until);
  }

  async folded(position: bigint, view: AnyView): Promise<void> {
    await this.passed(view, position, performance.now() + this.#patienceMs);
  }

  /** How far behind the slowest view that can be read and the policies are, for health. */
  async lag(now: Date): Promise<{ readonly views: Lag; readonly policies: Lag }> {
    const [views, policies] = await Promise.all([this.#look(), this.policies.look()]);
    const { events } = this.followed;
    const readable = [...views.values()].filter(({ isReadable }) => isReadable).map(readAt);
    return { views: await lagOf(events, lowest(readable), now), policies: await lagOf(events, policies, now) };
  }

  /** The last position of the log once policies have reacted to this one, and to what they did about it. */
  private async settled(position: bigint, until: number): Promise<bigint> {
    let last = position;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const reached = await waitFor(this.policies, last, until);
      if (!isPast(reached, last)) throw new NotYetVisible(last, reached);
      const head = await this.followed.events.head();
      if (head === 'start' || head <= last) break;
      last = head;
    }
    return last;
  }

  private async passed(view: AnyView, position: bigint, until: number): Promise<void> {
    const watch = this.#views.get(this.followed.views.require(view).name);
    const reached = watch ? await waitFor(watch, position, until) : 'start';
    if (!isPast(reached, position)) throw await this.late(view, position, reached);
  }

  /** Why a view does not show a position. */
  private async late({ name }: AnyView, position: bigint, reached: After): Promise<Error> {
    const views = await this.#look().catch(() => undefined);
    const known = views?.get(name);
    if (!views || known?.isReadable) return new NotYetVisible(position, reached);
    const end = await this.followed.events.head().catch(() => position);
    return new ViewNotReady(name, known?.at ?? 'start', end);
  }
}

/** How far readers of a view can look. */
const readAt = (checkpoint: ViewCheckpoint | undefined): After => (checkpoint?.isReadable ? checkpoint.at : 'start');

const waitFor = (watch: CheckpointWatch, position: bigint, until: number): Promise<After> =>
  watch.past(position, until - performance.now());
