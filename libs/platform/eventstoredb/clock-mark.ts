import { RunningTestClock } from '#platform/event-store';
import { ClockCannotBeSet } from '#platform/log-tools';
import { jsonEvent } from '@eventstore/db-client';
import { z } from 'zod';
import type { Calls } from './calls.js';
import type { Limits } from './limits.js';
import { Deadline } from './within.js';

const STREAM = '_log-clock';
const Body = z.object({ from: z.iso.datetime({ precision: 3 }), at: z.iso.datetime({ precision: 3 }) });
const EARLIEST = '1949-09-30T16:00:00.000Z';

/** The clock of a log that was made for stories and trials, from the mark that the log holds; undefined for all others. */
export const markedClock = async (calls: Calls, real: () => Date): Promise<RunningTestClock | undefined> => {
  const [mark] = await calls.readStream(STREAM, { from: 'end', backwards: true, limit: 1 });
  if (!mark) return undefined;
  const { from, at } = Body.parse(mark.data);
  return new RunningTestClock(from, real, new Date(at));
};

/** Marks an empty log; whoever may write to it must see to it that nobody else does meanwhile. Throws ClockCannotBeSet. */
export const markClock = async (calls: Calls, from: string, limits: Pick<Limits, 'appendMs'>): Promise<void> => {
  const at = new Date().toISOString();
  if (from < EARLIEST || from > at) throw new ClockCannotBeSet(new Error(`${from} is not between 1949-10-01 and now`));
  const [last] = await calls.readStream(STREAM, { from: 'end', backwards: true, limit: 1 });
  const mark = jsonEvent({ type: 'ClockSet', data: { from, at } });
  await calls.append(STREAM, last ? last.revision + 1n : 0n, [mark], new Deadline(limits.appendMs));
};
