// A process of its own that asks for what is due about boxes, and is killed at the point that it is told: before what it asked for is
// recorded, or after that and before it is noted that it was answered. Without a point it goes on until somebody kills it.
import { datedByClock, DecideHandler } from '#platform/decide';
import { TimerRunner } from '#platform/follow';
import { openPool, PostgresEventStore, PostgresTimerStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { Chance } from '../../simulation/chance.js';
import { asking, sealing } from '../../simulation/deciding.js';
import { intercept, type Carry } from '../../simulation/intercept.js';
import { weighOnTime } from '../../support/box-decider.js';

/** The operation before which the process dies. */
const POINTS: Readonly<Record<string, string>> = { recording: 'append', removing: 'remove' };

const main = (url: string, point: string) => {
  const real = new PostgresEventStore(url);
  const pool = openPool({ url, name: 'boxes', max: 6 });
  const timers = [weighOnTime()];
  const carry: Carry = (operation, work) => {
    if (operation === POINTS[point]) process.kill(process.pid, 'SIGKILL');
    return work();
  };
  const events = intercept(real, carry);
  const clock = () => new Date();
  const decide = asking(new DecideHandler(events, sealing(new Chance(1)), datedByClock(clock)));
  const store = intercept(new PostgresTimerStore(pool, timers, real), carry);
  new TimerRunner({ timers, store, events, decide, clock, log: createLog('silent') }).start();
  console.log('looks');
};

main(process.argv[2] ?? '', process.argv[3] ?? '');
