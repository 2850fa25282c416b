import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM, type Actor } from '#access';
import { evidence } from '#contexts/evidence';
import type { Id } from '#kernel';
import { Decide, DecideHandler } from '#platform/decide';
import { MemoryEventStore } from '#platform/event-store';
import { DirectoryStore, StoreUnavailable } from '#platform/evidence-files';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import type { CommandBus } from '@nestjs/cqrs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyEvidence } from '../../cli/evidence-verify.js';
import { EvidenceCheck } from './evidence-check.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ID: Id<'evidence'> = `evidence-${uuid(1)}`;
const NOW = '2022-04-01T00:00:00.000Z';
const LATER = '9999-01-01T00:00:00.000Z';
const [actorId, orgId]: readonly [Id<'person'>, Id<'organisation'>] = [`person-${uuid(2)}`, `organisation-${uuid(3)}`];
const actor: Actor = { actorId, orgId, grants: [{ role: 'unit', orgId }] };

describe('X1: kept evidence that is looked at', () => {
  let folder: string;
  let events: MemoryEventStore;
  let store: DirectoryStore;
  let bus: CommandBus;
  const told: unknown[] = [];
  const bytes = randomBytes(1_000);
  const address = createHash('sha256').update(bytes).digest('hex');
  const path = () => join(folder, 'files', address.slice(0, 2), address);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-check-'));
    events = new MemoryEventStore();
    store = await DirectoryStore.open(join(folder, 'files'));
    const dating = ({ occasion }: { occasion: object }) =>
      Promise.resolve({ occasion: { occurredAt: NOW, ...occasion }, now: NOW, uses: undefined });
    const handler = new DecideHandler(events, new PersonalDataCipher(new MemoryKeyStore()), dating as never);
    bus = { execute: (asked: never) => handler.execute(asked) } as unknown as CommandBus;
    const data = { sha256: 'a'.repeat(64), bytes: 900, mediaType: 'image/png', address, keyId: uuid(4) };
    const occasion = {
      actorId,
      orgId,
      commandId: uuid(5),
      correlationId: uuid(5),
      source: 'web',
    } as const;
    const outcome = await bus.execute(new Decide(evidence, ID, { type: 'StoreEvidence', data }, { actor, occasion }));
    expect(outcome).toMatchObject({ recorded: true });
    await writeFile(join(folder, 'spool'), bytes);
    await store.put(address, join(folder, 'spool'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const log = {
    debug: () => undefined,
    info: () => undefined,
    error: () => undefined,
    warn: (facts: unknown) => void told.push(facts),
  };
  const check = (of = store) => new EvidenceCheck({ events, store: of, bus, log });
  const story = async () => (await events.readStream(ID)).map(({ type, data }) => [type, data['flaw']]);
  const found = async () => (await verifyEvidence(events, store)).map((one) => one.found);

  it('is whole, and nothing is said of it', async () => {
    expect(await check().look(ID)).toEqual({ found: 'whole', bytes: 900 });
    expect(await story()).toHaveLength(1);
    expect(await found()).toEqual(['whole']);
    expect(await check().look(`evidence-${uuid(9)}`)).toBeUndefined();
  });

  it('is quarantined once when it is missing, and given again when it is back', async () => {
    await rename(path(), join(folder, 'elsewhere'));
    expect(await found()).toEqual(['missing']);
    await Promise.all([check().look(ID), check().look(ID)]);
    await check().look(ID);
    expect((await story()).slice(1)).toEqual([['EvidenceQuarantined', 'missing']]);
    expect(told.at(-1)).toEqual({ evidence: ID, found: 'missing' });

    await rename(join(folder, 'elsewhere'), path());
    await check().look(ID);
    await check().look(ID);
    expect((await story()).slice(2)).toEqual([['EvidenceRestored', undefined]]);
    await rm(path());
    await check().look(ID);
    expect(await story()).toHaveLength(4);
  });

  it('is set aside when one byte of it is another', async () => {
    await chmod(path(), 0o600);
    await writeFile(path(), bytes.with(500, (bytes[500] ?? 0) ^ 1));
    expect(await found()).toEqual(['altered']);
    await check().look(ID);
    expect((await story()).slice(1)).toEqual([['EvidenceQuarantined', 'altered']]);
    expect(await found()).toEqual(['missing']);
  });

  it('is gone once it was never used and discarded, and nobody calls it missing', async () => {
    const occasion = {
      actorId: SYSTEM.actorId,
      occurredAt: LATER,
      commandId: uuid(6),
      correlationId: uuid(6),
      source: 'system',
    } as const;
    const discard = new Decide(evidence, ID, { type: 'DiscardEvidence', data: {} }, { actor: SYSTEM, occasion });
    await bus.execute(discard);
    expect(await check().look(ID)).toBeUndefined();
    expect(existsSync(path())).toBe(false);
    expect(await check().look(ID)).toBeUndefined();
    expect((await story()).map(([type]) => type)).toEqual(['EvidenceStored', 'EvidenceDiscarded']);
    expect(await found()).toEqual([]);
  });

  it('is not called missing when its store does not answer', async () => {
    const silent = Object.assign(Object.create(store) as DirectoryStore, {
      open: () => Promise.reject(new StoreUnavailable('no answer')),
    });
    await expect(check(silent).look(ID)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await story()).toHaveLength(1);
    expect(await verifyEvidence(events, silent)).toEqual([{ evidence: ID, found: 'unknown' }]);
  });
});
