import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore } from '#platform/event-store';
import { FileKeyStore } from '#platform/personal-data';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { keysProbe } from './health-probes.js';
import { readiness } from './readiness.js';

let folder: string;
let keys: FileKeyStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sifang-keys-'));
  keys = await FileKeyStore.open(folder);
  await keys.keyFor('person-1');
});
afterEach(async () => {
  await keys.close();
  await rm(folder, { recursive: true });
});

const none = { events: 0, seconds: 0 };
const progress = { lag: () => Promise.resolve({ views: none, policies: none }) } as never;
const NOON = () => new Date('2022-03-31T12:00:00.000Z');

/** Which checks of readiness say no, and which alarms are raised. */
const look = async () => {
  const checks = readiness(new MemoryEventStore(NOON), progress, NOON, keys);
  const answers = await Promise.all(checks.map(async (check) => ((await check.ready()) ? [] : [check.name])));
  const probe = await keysProbe(() => {
    keys.check();
  })();
  return { failing: answers.flat(), alarms: probe.alarms.map(({ name }) => name), damaged: probe.metrics[0]?.value };
};

it('names damaged keys where readiness and alarms are looked at, and nothing while they are whole', async () => {
  expect(await look()).toEqual({ failing: [], alarms: [], damaged: 0 });

  await truncate(join(folder, 'data-keys'));
  expect(await look()).toEqual({ failing: ['keys-damaged'], alarms: ['keys-damaged'], damaged: 1 });
});
