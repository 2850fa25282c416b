import type { AnyReactor, AnyView } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import { NeverRecorded, NotYetVisible, ViewNotReady, type Visibility, type ViewRegistry } from '#platform/views';
import { CheckpointWatch } from './loop/checkpoint-watch.js';
import { lagOf, type Lag } from './loop/lag.js';
import { isPast, lowest } from './loop/position.js';
import { sharedLook } from './loop/shared-look.js';
import { waitFor } from './loop/wait-for.js';
import { allWaiters, type Waiters } from './loop/waiters.js';
import { policiesFor } from './policies/policies-for.js';
import type { PolicyStore } from './policies/policy-store.js';
import type { ViewCheckpoint } from './fold/view-table.js';
import type { ViewStore } from './views/view-store.js';

export interface Followed {
  readonly views: ViewRegistry;
  readonly policies: readonly AnyReactor[];
  readonly viewStore: Pick<ViewStore, 'checkpoints'>;
  readonly policyStore: Pick<PolicyStore, 'checkpoints'>;
  readonly events: Pick<EventStore, 'head' | 'scan'>;
  /** Whether the log is read here where it is written: then nothing lies beyond its end. A copy may get it yet; one, when left out. */
  readonly isSource?: () => Promise<boolean>;
  /** How long anybody waits at most, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 4_000;
/** Most are there by then; of a position that is not, it is asked whether the log holds it at all. */
const SOON_MS = 100;
/** How deep policies are followed that act because of what others did, as a relay makes a directive that is delivered then. */
const DEEPEST = 3;

/**
 * How far each view and each policy are, and waiting for them: told by followers in this process, looked up when they run in
 * another.
 */
export class Progress implements Visibility {
  readonly #policies = new Map<string, CheckpointWatch>();
  readonly #views = new Map<string, CheckpointWatch>();
  /** The policies that can change a view, by its name. */
  readonly #policiesFor = new Map<string, readonly CheckpointWatch[]>();
  readonly #look: () => Promise<ReadonlyMap<string, ViewCheckpoint>>;
  readonly #patienceMs: number;

  constructor(private readonly followed: Followed) {
    const { views, policies, viewStore, policyStore } = followed;
    this.#look = sharedLook(() => viewStore.checkpoints());
    const lookAtPolicies = sharedLook(() => policyStore.checkpoints());
    for (const { name } of policies) {
      this.#policies.set(name, new CheckpointWatch(async () => (await lookAtPolicies()).get(name) ?? 'start'));
    }
    for (const view of views.all) {
      const { name } = view;
      this.#views.set(name, new CheckpointWatch(async () => readAt((await this.#look()).get(name))));
      this.#policiesFor.set(
        name,
        policiesFor(view, policies).flatMap((policy) => this.#policies.get(policy.name) ?? []),
      );
    }
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

  /** A policy that runs in this process says how far it has come. */
  readonly reacted = (policy: string, to: After): void => {
    this.#policies.get(policy)?.moved(to);
  };

  async seen(position: bigint, view: AnyView): Promise<void> {
    const until = performance.now() + this.#patienceMs;
    const policies = this.#policiesFor.get(view.name) ?? [];
    await this.passed(view, policies.length > 0 ? await this.settled(policies, position, until) : position, until);
  }

  async folded(position: bigint, view: AnyView): Promise<void> {
    await this.passed(view, position, performance.now() + this.#patienceMs);
  }

  /** How far behind the slowest view that can be read and the slowest policy are, for health. */
  async lag(now: Date): Promise<{ readonly views: Lag; readonly policies: Lag }> {
    const each = [...this.#policies.values()].map((policy) => policy.look());
    const [views, policies] = await Promise.all([this.#look(), Promise.all(each)]);
    const { events } = this.followed;
    const readable = [...views.values()].filter(({ isReadable }) => isReadable).map(readAt);
    return { views: await lagOf(events, lowest(readable), now), policies: await this.policyLag(policies, now) };
  }

  /** The end of the log, the position that every view which can be read has reached, and how far the two are apart. */
  async freshness(now: Date): Promise<{ readonly head: After; readonly reached: After; readonly lag: Lag }> {
    const { events } = this.followed;
    const views = await this.#look();
    const reached = lowest([...views.values()].filter(({ isReadable }) => isReadable).map(readAt));
    // Asked for after the views: nobody reads further than the log goes.
    return { reached, lag: await lagOf(events, reached, now), head: await events.head() };
  }

  /** A program without policies is never behind with them. */
  private policyLag(policies: readonly After[], now: Date): Promise<Lag> {
    if (policies.length === 0) return Promise.resolve({ events: 0, seconds: 0 });
    return lagOf(this.followed.events, lowest(policies), now);
  }

  /** The last position of the log once policies have reacted to this one, and to what they did about it. */
  private async settled(policies: readonly CheckpointWatch[], position: bigint, until: number): Promise<bigint> {
    let last = position;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const reached = await this.reached(policies, last, until);
      if (reached === null) throw new NeverRecorded();
      if (!isPast(reached, last)) throw new NotYetVisible(last, reached);
      const head = await this.followed.events.head();
      if (head === 'start' || head <= last) break;
      last = head;
    }
    return last;
  }

  private async passed(view: AnyView, position: bigint, until: number): Promise<void> {
    const watch = this.#views.get(this.followed.views.require(view).name);
    const reached = watch ? await this.reached([watch], position, until) : 'start';
    if (reached === null || !isPast(reached, position)) throw await this.late(view, position, reached);
  }

  /** Where the slowest of these is once all passed a position, or once time is up; null, without more waiting, when the log does not hold it. */
  private async reached(watches: readonly CheckpointWatch[], position: bigint, until: number): Promise<After | null> {
    const all = async (time: number) => lowest(await Promise.all(watches.map((one) => waitFor(one, position, time))));
    const soon = await all(Math.min(until, performance.now() + SOON_MS));
    if (isPast(soon, position)) return soon;
    const head = await this.followed.events.head().catch(() => position);
    return isPast(head, position) || !(await this.isSource()) ? all(until) : null;
  }

  private isSource(): Promise<boolean> {
    return this.followed.isSource?.().catch(() => false) ?? Promise.resolve(false);
  }

  /** Why a view does not show a position. */
  private async late({ name }: AnyView, position: bigint, reached: After | null): Promise<Error> {
    const views = await this.#look().catch(() => undefined);
    const known = views?.get(name);
    if (!views || known?.isReadable)
      return reached === null ? new NeverRecorded() : new NotYetVisible(position, reached);
    const end = await this.followed.events.head().catch(() => position);
    return new ViewNotReady(name, known?.at ?? 'start', end);
  }
}

/** How far readers of a view can look. */
const readAt = (checkpoint: ViewCheckpoint | undefined): After => (checkpoint?.isReadable ? checkpoint.at : 'start');
