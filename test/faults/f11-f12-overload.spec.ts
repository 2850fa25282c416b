import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { times } from '../support/faults.js';
import { isReady, newPeople } from './support/api-work.js';
import { violations } from './support/invariants.js';
import { serveApi, type ServedApi } from './support/served-api.js';
import { counted, reasons } from './support/told.js';
import { write } from './support/writers.js';

jest.setTimeout(300_000);

let api: ServedApi;
beforeEach(async () => {
  api = await serveApi();
});
afterEach(() => api.close());

const PERSONS = `query Persons($waitFor: String) { persons(first: 5, waitFor: $waitFor) { edges { node { id } } } }`;

interface Body {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
/** The code of what a list of persons was answered with, or OK. */
const lookUp = async (waitFor?: string): Promise<string> => {
  const { errors } = (await api.client.ask(PERSONS, { waitFor })).body as Body;
  return errors?.[0]?.extensions.code ?? 'OK';
};

/** Until what was written there is shown. On a machine that is busy with other things a client may be told to ask again. */
const shown = async (position: string): Promise<void> => {
  let code = await lookUp(position);
  while (code === 'NOT_YET_VISIBLE') code = await lookUp(position);
  expect(code).toBe('OK');
};

const many = <T>(count: number, act: () => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, () => act()));

const broken = (told: Parameters<typeof violations>[0]['told']) =>
  violations({ url: api.database.superuserUrl, told: told ?? [], views: VIEWS_OF_ALL, address: api.address });

describe('F11 a database that has become slow', () => {
  /** Lots of clients at once; how far the event loop fell behind, in milliseconds. */
  const crowd = async (tries: number) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const writing = write({ writers: 100, work: newPeople(api.client), more: (done) => done < 1, tries });
    const codes = await many(100, () => lookUp());
    const told = await writing;
    delay.disable();
    return { told, codes: new Set(codes), p99: delay.percentile(99) / 1e6 };
  };

  it('is answered for by name, without the process falling behind, and forgotten when it is quick again', async () => {
    await crowd(1);
    const quick = await crowd(1);
    expect(counted(quick.told).acked).toBe(100);

    api.proxy.weather = { delayMs: 1_000, bytesPerSecond: 10_000 };
    const slow = await crowd(1);
    const known = ['OK', 'OVERLOADED', 'UNAVAILABLE', 'OUTCOME_UNKNOWN', 'UND_ERR_HEADERS_TIMEOUT'];
    for (const code of [...slow.codes, ...Object.keys(reasons(slow.told))]) expect(known).toContain(code);
    // The load was shed, not queued until it is through.
    expect(slow.codes).toContain('UNAVAILABLE');
    // Waiting costs nothing: the same crowd at a quick database keeps the process busier.
    expect(slow.p99).toBeLessThan(3 * quick.p99);

    api.proxy.weather = {};
    const again = await crowd(200);
    expect(counted(again.told).acked).toBe(100);
    expect(await isReady(api.address)).toBe(true);
    expect(await broken([...quick.told, ...slow.told, ...again.told])).toEqual([]);
  });
});

describe('F12 five hundred requests at once on ten connections', () => {
  it('are all answered, those that wait for their own writes too, while the views follow', async () => {
    for (let round = 0; round < times(1, 5); round++) {
      const reading = many(250, () => lookUp());
      const told = await write({
        writers: 250,
        more: (done) => done < 1,
        tries: 1,
        work: async (commandId, writer) => {
          const command = await newPeople(api.client)(commandId, writer);
          const send = async () => {
            const attempt = await command.send();
            if (attempt.is === 'acked') await shown(String(attempt.position));
            return attempt;
          };
          return { ...command, send };
        },
      });
      expect(new Set(await reading)).toEqual(new Set(['OK']));
      expect(counted(told).acked).toBe(250);
      expect(await broken(told)).toEqual([]);
    }
  });
});
