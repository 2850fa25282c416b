import { randomUUID } from 'node:crypto';
import { jsonEvent } from '@eventstore/db-client';
import { z } from 'zod';
import type { Calls } from './calls.js';
import { faultOf, unavailable } from './fault-of.js';
import type { Limits } from './limits.js';
import { Deadline } from './within.js';

const STREAM = '_log-identity';
const Body = z.object({ id: z.uuid() });

/**
 * The log's own identity: the first event of a stream of its own, written by whoever asks first. Throws LogUnavailable or
 * LogRefused, so that it is also the question whether the log can be used at all.
 */
export const logIdentity = async (calls: Calls, limits: Pick<Limits, 'appendMs'>): Promise<string> => {
  const deadline = new Deadline(limits.appendMs);
  try {
    return (await known(calls, deadline)) ?? (await named(calls, deadline));
  } catch (error) {
    throw unavailable(error);
  }
};

const known = async (calls: Calls, deadline: Deadline): Promise<string | undefined> => {
  const [first] = await calls.readStream(STREAM, { from: 'start', limit: 1, once: true }, deadline);
  return first && Body.parse(first.data).id;
};

/** Whoever comes second takes the name that is there. */
const named = async (calls: Calls, deadline: Deadline): Promise<string> => {
  const id = randomUUID();
  await calls.append(STREAM, 0n, [jsonEvent({ type: 'LogNamed', data: { id } })], deadline).catch((error: unknown) => {
    if (faultOf(error) !== 'conflict') throw error;
  });
  const name = await known(calls, deadline);
  if (name === undefined) throw new Error(`${STREAM} cannot be read`);
  return name;
};
