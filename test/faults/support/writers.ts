import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '#kernel';
import type { Attempt, Told } from './told.js';

/** One command that can be sent as often as need be; each time it means the same. */
export interface Sendable {
  readonly stream: Id;
  readonly actorId: Told['actorId'];
  readonly events: number;
  readonly send: () => Promise<Attempt>;
}

/** Makes the next command of a writer. */
export type Work = (commandId: string, writer: number) => Sendable | Promise<Sendable>;

export interface Writers {
  readonly writers: number;
  readonly work: Work;
  /** Asked before each command of each writer: whether it goes on. */
  readonly more: (done: number, writer: number) => boolean;
  /** How often one command is sent at most. */
  readonly tries?: number;
  /** How long a writer waits before it sends a command again. */
  readonly pauseMs?: number;
  /** Where what they heard is kept while they go on. */
  readonly to?: Told[];
}

const TRIES = 200;
const PAUSE_MS = 25;

/** So many clients that send commands, each one after the other and each until it knows the outcome; tells what every one heard. */
export const write = async (options: Writers): Promise<readonly Told[]> => {
  const { to: all = [] } = options;
  const writer = async (number: number) => {
    for (let done = 0; options.more(done, number); done++) {
      const commandId = randomUUID();
      const { send, ...command } = await options.work(commandId, number);
      all.push({ ...command, commandId, ...(await insisted(send, options)) });
    }
  };
  await Promise.all(Array.from({ length: options.writers }, (_, number) => writer(number)));
  return all;
};

const insisted = async (send: Sendable['send'], { tries = TRIES, pauseMs = PAUSE_MS }: Writers) => {
  const reasons: string[] = [];
  const heard = new Set<Attempt['is']>();
  for (let n = 1; ; n++) {
    const last = await send();
    heard.add(last.is);
    if (last.is === 'acked') return { last, reasons };
    reasons.push(last.why);
    if (last.is === 'refused') return { last, reasons };
    // "Not by now" does not settle what an earlier try may still do.
    if (n === tries)
      return { last: { is: heard.has('unknown') ? 'unknown' : 'later', why: last.why } as const, reasons };
    await sleep(pauseMs * (0.5 + Math.random()));
  }
};
