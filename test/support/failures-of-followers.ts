import { type AnyPolicy } from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { type Log } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { AskDispatcher } from '../../libs/platform/follow/policies/ask-dispatcher.js';
import { FollowLoop } from '../../libs/platform/follow/loop/follow-loop.js';
import { PolicyRunner } from '../../libs/platform/follow/policies/policy-runner.js';
import { TimerRunner } from '../../libs/platform/follow/timers/timer-runner.js';
import { ViewFollower } from '../../libs/platform/follow/views/view-follower.js';
import { MemoryPolicyStore } from '../simulation/memory-policy-store.js';
import { MemoryTimerStore } from '../simulation/memory-timer-store.js';
import { MemoryViewStore } from '../simulation/memory-view-store.js';
import { box, weighOnTime } from './box-decider.js';
import { until } from './soon.js';
import { aBox, append, boxCard, moved, packed } from './boxes.js';
import { failing, never, nothing, planted, TYPED, type End, type Happens } from './planted-failure.js';

const withBoxes = async (...facts: readonly Parameters<typeof append>[2][number][]) => {
  const events = new MemoryEventStore();
  await append(events, aBox(), facts);
  return events;
};

const builtView: Happens = (log) => view(log, 'while it is built');

const view = async (log: Log, when?: 'while it is built'): Promise<End> => {
  const card = boxCard(1, new Set([TYPED]));
  const events = await withBoxes(packed(when ? { label: TYPED } : {}));
  const store = new MemoryViewStore([card], events);
  const follower = new ViewFollower({ views: new ViewRegistry([card]), store, events, log });
  await follower.start();
  if (!when) {
    await until(() => store.at(card) !== 'start');
    await append(events, aBox(), [packed({ label: TYPED })]);
  }
  return () => follower.stop();
};

const policy: Happens = async (log) => {
  const on = {
    BoxPacked: () => {
      throw planted();
    },
  };
  const policies: readonly AnyPolicy[] = [{ name: 'weigh', of: box, asks: [], on }];
  const events = await withBoxes(packed());
  const memory = new MemoryViewStore([], events);
  const runner = new PolicyRunner({ policies, memory, store: new MemoryPolicyStore(), events, decide: failing, log });
  runner.start();
  return () => runner.stop();
};

const timer: Happens = async (log) => {
  const timers = [weighOnTime(new Set([TYPED]))];
  const events = await withBoxes(packed({ shelf: '2022-03-31T12:00:00.000Z' }), moved(TYPED));
  const clock = { now: () => new Date(0), fresh: () => Promise.resolve(new Date(0)) };
  const runner = new TimerRunner({
    timers,
    store: new MemoryTimerStore(),
    events,
    decide: failing,
    clock,
    log,
  } as never);
  runner.start();
  return () => runner.stop();
};

const follower: Happens = (log) => {
  const loop = new FollowLoop({ name: 'spec', lease: failing, begin: never }, { grown: never }, log);
  loop.start();
  return () => loop.stop();
};

const asking: Happens = async (log) => {
  const ask = { decider: box, stream: aBox(), command: { type: 'WeighBox', data: {} } };
  const occasion = { causationId: 'c' };
  const asked = new AskDispatcher(failing, log).answer(
    { policy: 'weigh' },
    { ask, occasion } as never,
    AbortSignal.timeout(60_000),
  );
  await asked.catch(nothing);
  return nothing;
};

/** Each failure of what follows the log that is logged, by the words of its line, with what makes it happen. */
export const OF_FOLLOWERS: readonly (readonly [words: string, happens: Happens])[] = [
  ['a follower failed and starts over', follower],
  ['a stream waits: a view cannot fold it', (log) => view(log)],
  ['a stream waits: a view cannot fold it', builtView],
  ['a stream waits: a policy cannot react to it', policy],
  ['a stream waits: a timer cannot go on with it', timer],
  ['nobody could be asked', asking],
];
