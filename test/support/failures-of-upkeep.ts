import { FrameworkLog } from '#platform/telemetry';
import { Sweeping } from '../../apps/api/auth/sweeping.js';
import { toldOfServer } from '../../apps/api/database.js';
import { EvidenceWatch } from '../../apps/api/evidence/evidence-watch.js';
import { Upkeep } from '../../apps/api/security/upkeep.js';
import { failing, never, nothing, planted, type Happens } from './planted-failure.js';

/** Something that begins after so many minutes by the machine's clock, which is not waited for. */
const atOnce = (
  made: (of: { run: () => void }) => { onApplicationBootstrap(): void; beforeApplicationShutdown(): Promise<void> },
) => {
  const timer = { run: nothing as () => void };
  const { setInterval } = globalThis;
  globalThis.setInterval = ((run: () => void) => ((timer.run = run), setInterval(nothing, 60_000))) as never;
  const one = made(timer);
  one.onApplicationBootstrap();
  globalThis.setInterval = setInterval;
  timer.run();
  return () => one.beforeApplicationShutdown();
};

const sweeping: Happens = (log) =>
  atOnce(() => new Sweeping({ swept: [{ sweep: failing }], now: () => new Date(0) }, log));

const upkeep: Happens = (log) => {
  const door = { digest: () => Buffer.alloc(1), now: () => new Date(0) };
  return atOnce(() => new Upkeep(door, { query: failing, connect: failing } as never, log));
};

const evidence: Happens = (log) => {
  const views = { page: never };
  const watch = new EvidenceWatch({ sweep: failing } as never, {} as never, views as never, log);
  watch.onApplicationBootstrap();
  return () => watch.beforeApplicationShutdown();
};

const server: Happens = (log) => {
  toldOfServer(log).waits(planted());
  return nothing;
};

const framework: Happens = (log) => {
  const { message, stack } = planted();
  new FrameworkLog(log).error(message, stack, 'Module');
  return nothing;
};

/** Each failure of what the process looks after by itself that is logged, by the words of its line, with what makes it happen. */
export const OF_UPKEEP: readonly (readonly [words: string, happens: Happens])[] = [
  ['sessions and tokens that have ended could not be removed; the next time they are', sweeping],
  ['upkeep waits', upkeep],
  ['evidence could not be looked after', evidence],
  ['PostgreSQL ended and could not be started again yet', server],
  ['the framework reports a failure', framework],
];
