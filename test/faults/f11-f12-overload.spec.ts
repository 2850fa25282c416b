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
/** The code of what a list of persons was answered with, or OK. What the machine could not do is refused by HTTP, too. */
const lookUp = async (waitFor?: string): Promise<string> => {
  const { status, body } = await api.client.ask(PERSONS, { waitFor });
  const code = (body as Body).errors?.[0]?.extensions.code ?? 'OK';
  expect(status).toBe(['OVERLOADED', 'UNAVAILABLE'].includes(code) ? 503 : 200);
  return code;
};

/** Until what was written there is shown. On a machine that is busy with other things a client may be told to come back. */
const shown = async (position: string): Promise<void> => {
  let code = await lookUp(position);
  while (['NOT_YET_VISIBLE', 'UNAVAILABLE'].includes(code)) code = await lookUp(position);
  expect(code).toBe('OK');
};

const many = <T>(count: number, act: () => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, () => act()));

const broken = (told: Parameters<typeof violations>[0]['told']) =>
  violations({ url: api.database.superuserUrl, told: told ?? [], views: VIEWS_OF_ALL, address: api.address });

describe('F11 a database that has become slow', () => {
  /** Lots of clients at once; how many milliseconds of a processor that took, which other programs have no part in. */
  const crowd = async (tries: number) => {
    const before = process.cpuUsage();
    const writing = write({ writers: 100, work: newPeople(api.client), more: (done) => done < 1, tries });
    const codes = await many(100, () => lookUp());
    const told = await writing;
    const { user, system } = process.cpuUsage(before);
    return { told, codes: new Set(codes), busyMs: (user + system) / 1e3 };
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
    expect(slow.busyMs).toBeLessThan(3 * quick.busyMs);

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
      for (const code of await reading) expect(['OK', 'UNAVAILABLE']).toContain(code);
      expect(counted(told).acked).toBe(250);
      expect(await broken(told)).toEqual([]);
    }
  });
});
