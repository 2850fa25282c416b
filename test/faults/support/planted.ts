import { isProcess, type AnyReactor, type Ask } from '#kernel';
import type { EventStore } from '#platform/event-store';
import {
  compareDue,
  type DueRow,
  type PolicyLease,
  type PolicyStore,
  type Step,
  type TimerLease,
  type TimerStep,
  type TimerStore,
  type ViewStore,
} from '#platform/follow';
import { identityOf } from '../../../libs/platform/follow/timers/due-row.js';
import { intercept } from '../../simulation/intercept.js';

/** True every so many calls. */
const every = (nth: number) => {
  let calls = 0;
  return () => ++calls % nth === 0;
};

/** The same port but for these operations. */
const but = <T extends object>(port: T, instead: Partial<T>): T => intercept(port, (_, work) => work(), instead);

/** A log that takes a command again, under another name, when it holds it already. */
export const forgetful = (events: EventStore): EventStore =>
  but(events, {
    append: async (append) => {
      const { occasion, stream } = append;
      if (!(await events.answerTo(occasion))) return events.append(append);
      const commandId = occasion.commandId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
      const expected = BigInt((await events.readStream(stream)).length);
      return events.append({ ...append, expected, occasion: { ...occasion, commandId } });
    },
  });

/** A log that says yes and has not written it. */
export const hasty = (events: EventStore): EventStore => {
  const isHasty = every(25);
  return but(events, {
    append: async (append) => {
      const head = await events.head();
      if (!isHasty() || head === 'start') return events.append(append);
      const [position, type] = [head + 1n, append.events[0]?.type ?? ''];
      const written = [{ eventId: append.occasion.commandId, type, position }];
      return { stream: append.stream, revision: append.expected, position, events: written, repeated: false };
    },
  });
};

/** Gives out the leases of a store, but for these operations of theirs. */
const leased =
  <L extends object>(store: { lease(): Promise<L | undefined> }, instead: (lease: L) => Partial<L>) =>
  async (): Promise<L | undefined> => {
    const lease = await store.lease();
    return lease && but(lease, instead(lease));
  };

/** Commits by which, now and then, the checkpoint moves before the rows are written: a process may die in between. */
const torn = <S>(bare: (step: S) => S) => {
  const dies = every(9);
  return (lease: { commit(step: S): Promise<void> }) => ({
    commit: async (step: S) => {
      if (!dies()) return lease.commit(step);
      await lease.commit(bare(step));
      throw new Error('died');
    },
  });
};

/** Views whose checkpoint moves before the rows are written. */
export const tornViews = (store: ViewStore): ViewStore => {
  const withoutRows = torn<Step>((step) => ({
    ...step,
    changes: step.changes.map((one) => ({ ...one, ended: [], closed: [], open: [] })),
  }));
  return but(store, { lease: leased(store, withoutRows) });
};

/** Timers whose checkpoint moves before the rows are written. */
export const tornTimers = (store: TimerStore): TimerStore => {
  const withoutRows = torn<TimerStep>((step) => ({ ...step, set: [], cancelled: [] }));
  return but(store, { lease: leased(store, withoutRows) });
};

/** A checkpoint of policies that stands behind an event before what it asks for was answered. */
export const ahead = (store: PolicyStore): PolicyStore => {
  // Policies are asked in turn: a number that shares no divisor with theirs meets all of them.
  const isAhead = every(5);
  const lease = leased(store, (one: PolicyLease) => ({
    checkpoint: async (policy: string) => {
      const at = await one.checkpoint(policy);
      if (at === 'start' || !isAhead()) return at;
      await one.move(policy, at, at + 1n);
      return at + 1n;
    },
  }));
  return but(store, { lease });
};

/** Timers that are told of a row long after it went. */
export const staleTimers = (store: TimerStore): TimerStore => {
  const lease = leased(store, (one: TimerLease) => {
    const told = new Map<string, DueRow>();
    return {
      soonest: async (timers: readonly string[], limit: number) => {
        for (const row of await one.soonest(timers, limit)) told.set(identityOf(row), row);
        return [...told.values()].sort(compareDue).slice(0, limit);
      },
      remove: async (rows: readonly DueRow[]) => {
        for (const row of rows) told.delete(identityOf(row));
        await one.remove(rows);
      },
    };
  });
  return but(store, { lease });
};

/** Policies that ask in another order each time they are asked about the same event. */
export const fickle = (policies: readonly AnyReactor[]): readonly AnyReactor[] => {
  const turns = every(2);
  type React = (...about: readonly unknown[]) => readonly Ask[];
  const turning =
    (react: React): React =>
    (...about) =>
      turns() ? react(...about) : [...react(...about)].reverse();
  return policies.map((policy) => {
    if (isProcess(policy)) return policy;
    const reactions = Object.entries(policy.on as Readonly<Record<string, React>>);
    return { ...policy, on: Object.fromEntries(reactions.map(([type, react]) => [type, turning(react)])) };
  });
};
