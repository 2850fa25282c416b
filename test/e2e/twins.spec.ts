import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { evidence } from '#contexts/evidence';
import { finding } from '#contexts/findings';
import { territory } from '#contexts/parties';
import { idOf, pathBelow, type AnyDecider, type Id, type Message } from '#kernel';
import { claim } from '#platform/claims';
import type { Outcome } from '#platform/decide';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, Gate, NOW, othersIn, person } from '../support/two-at-once.js';

const city = idOf('territory', '00000000-0000-4000-8000-000000000001');
const admin = person(0, '', ['admin']);
const one = person(1, pathBelow('', city), ['inspector', 'lead']);
const two = person(2, pathBelow('', city), ['inspector', 'lead']);
const elsewhere = idOf('territory', '00000000-0000-4000-8000-000000000002');
/** Of another city. */
const stranger = person(3, pathBelow('', elsewhere), ['inspector']);

describe('F8: two who record the same thing', () => {
  let gate: Gate;

  const ask = (actor: Actor, decider: AnyDecider, stream: Id, command: Message): Promise<Outcome> =>
    gate.ask(actor, decider, stream, command);
  const seen = (more: object = {}) => ({
    ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'No list', place: 'Gate' },
    ...{ territoryId: city, evidence: [], ...more },
  });
  const record = (actor: Actor, more: object = {}, id: Id = `finding-${randomUUID()}`) =>
    ask(actor, finding, id, { type: 'RecordObservation', data: seen(more) });

  /** Files that somebody uploads; those of one number are the same. */
  const files = (actor: Actor, ...numbers: readonly number[]): Promise<Id<'evidence'>[]> =>
    Promise.all(
      numbers.map(async (n) => {
        const id = `evidence-${randomUUID()}` as const;
        const sha256 = String(n).repeat(64);
        const data = { sha256, bytes: 1, mediaType: 'image/png', address: sha256, keyId: randomUUID() };
        await ask(actor, evidence, id, { type: 'StoreEvidence', data });
        return id;
      }),
    );

  beforeEach(async () => {
    gate = new Gate([territory, finding, claim]);
    const data = { name: 'City Q', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    await ask(admin, territory, city, { type: 'AddTerritory', data });
  });

  it('F8: of two at the same moment one is recorded, and the other is told of it', async () => {
    for (let round = 0; round < 5; round++) {
      const place = `Gate ${String(round)}`;
      gate.store.waitFor = 2;
      const outcomes = await Promise.all([record(one, { place }), record(two, { place })]);
      expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
      const [first, second] = outcomes.sort((outcome) => (outcome.recorded ? -1 : 1));
      if (!first.recorded || second.recorded) throw new Error('one of each was expected');
      expect(second.others).toEqual([first.id]);
    }
  });

  it('F8: many files and one place keep nobody from going on', async () => {
    const ours = { evidence: await files(one, 1, 2, 3) };
    const theirs = { evidence: await files(two, 3, 2, 4) };
    gate.store.waitFor = 2;
    const outcomes = await Promise.all([
      record(one, { place: 'North gate', ...ours }),
      record(two, { place: 'South gate', ...theirs }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
    // What the one that was refused had laid claim to is free again.
    const refusedFile = outcomes[0].recorded ? 4 : 1;
    expect(codeOf(await record(one, { place: 'East gate', evidence: await files(one, refusedFile) }))).toBe('recorded');
  });

  it('F8: is recorded once it is named as another', async () => {
    const first = await record(one);
    if (!first.recorded) throw new Error('it was expected to be recorded');
    expect(codeOf(await record(two))).toBe('POSSIBLE_DUPLICATE');
    expect(codeOf(await record(two, { notDuplicateOf: [first.id] }))).toBe('recorded');
    expect(codeOf(await record(two, { notDuplicateOf: [`finding-${randomUUID()}`] }))).not.toBe('recorded');
  });

  it('F8: tells nobody of what they may not see: it counts as if it were not there', async () => {
    const data = { name: 'City R', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    await ask(admin, territory, elsewhere, { type: 'AddTerritory', data });
    const seven = async (actor: Actor) => ({ evidence: await files(actor, 7) });
    expect(codeOf(await record(one, await seven(one)))).toBe('recorded');
    expect(codeOf(await record(stranger, { ...(await seven(stranger)), territoryId: elsewhere }))).toBe('recorded');
    expect(codeOf(await record(two, { ...(await seven(two)), place: 'Another gate' }))).toBe('POSSIBLE_DUPLICATE');
  });

  it('F8, F9: of two that are corrected into one thing at the same moment one is corrected', async () => {
    const ids = [`finding-${randomUUID()}`, `finding-${randomUUID()}`] as const;
    await record(one, { place: 'A' }, ids[0]);
    await record(two, { place: 'B' }, ids[1]);
    const correct = (actor: Actor, id: Id, more: object = {}) =>
      ask(actor, finding, id, { type: 'CorrectObservation', data: { place: 'C', ...more } });
    const outcomes = await gate.atOnce(
      () => correct(one, ids[0]),
      () => correct(two, ids[1]),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
    const [first, again, place] = outcomes[0]?.recorded ? [ids[0], ids[1], 'A'] : [ids[1], ids[0], 'B'];
    expect(codeOf(await record(one, { place }))).toBe('recorded');
    expect(codeOf(await record(one, { place: 'C' }))).toBe('POSSIBLE_DUPLICATE');
    const other = again === ids[0] ? one : two;
    expect(othersIn(await correct(other, again))).toEqual([first]);
    expect(codeOf(await correct(other, again, { notDuplicateOf: [first] }))).toBe('recorded');
  });

  it('F8: a file that is added later is found by whoever records with it; adding it is not refused', async () => {
    const seven = { [one.actorId]: await files(one, 7), [two.actorId]: await files(two, 7) };
    const ids = [`finding-${randomUUID()}`, `finding-${randomUUID()}`] as const;
    await record(one, { place: 'A' }, ids[0]);
    await record(two, { place: 'B' }, ids[1]);
    const add = (actor: Actor, id: Id) =>
      ask(actor, finding, id, { type: 'AddEvidence', data: { evidence: seven[actor.actorId] } });
    const outcomes = await gate.atOnce(
      () => add(one, ids[0]),
      () => add(two, ids[1]),
    );
    expect(outcomes.map(codeOf)).toEqual(['recorded', 'recorded']);
    expect(othersIn(await record(one, { place: 'C', evidence: await files(one, 7) }))).toEqual([...ids].sort());
  });

  it('X1: of two that take one file at the same moment one is recorded, and the other told that it is used', async () => {
    const evidence = await files(one, 8);
    const outcomes = await gate.atOnce(
      () => record(one, { place: 'A', evidence, notDuplicateOf: [] }),
      () => record(one, { place: 'B', class: 'lostControl', evidence }),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['EVIDENCE_USED_ELSEWHERE', 'recorded']);
    expect(codeOf(await record(one, { place: 'C', evidence }))).toBe('EVIDENCE_USED_ELSEWHERE');
    expect(codeOf(await record(stranger, { place: 'C', evidence, territoryId: elsewhere }))).toBe('NOT_FOUND');
  });

  it('F8: a code is taken while its territory is only about to be added, also for administrators of no place', async () => {
    const data = { name: 'County', level: 'county', parentId: city, code: '450009', validFrom: NOW.toISOString() };
    const grantsOf = (actor: Actor): Actor => ({ ...actor, grants: [{ role: 'admin' }] });
    const add = (actor: Actor, id: Id) => ask(grantsOf(actor), territory, id, { type: 'AddTerritory', data });
    const [a, b] = [randomUUID(), randomUUID()].map((uuid): Id => `territory-${uuid}`) as [Id, Id];
    let [here, letGo] = [() => undefined, () => undefined] as [() => void, () => void];
    const arrived = new Promise<void>((resolve) => (here = resolve));
    const until = new Promise<void>((resolve) => (letGo = resolve));
    gate.store.keptBack = { stream: a, here, until };
    const first = add(one, a);
    await arrived;
    const second = await add(two, b);
    letGo();
    expect([codeOf(await first), codeOf(second)]).toEqual(['recorded', 'CODE_TAKEN']);
  });

  it('F8: of two territories with one code at the same moment one is added, and a code that was corrected is free', async () => {
    const place = (code: string) => ({
      name: 'County',
      level: 'county',
      parentId: city,
      code,
      validFrom: NOW.toISOString(),
    });
    const add = (id: Id, code: string) => ask(admin, territory, id, { type: 'AddTerritory', data: place(code) });
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()].map((uuid): Id => `territory-${uuid}`) as [Id, Id, Id];
    gate.store.waitFor = 2;
    const outcomes = await Promise.all([add(a, '450001'), add(b, '450001')]);
    expect(outcomes.map(codeOf).sort()).toEqual(['CODE_TAKEN', 'recorded']);
    const [first] = outcomes[0].recorded ? [a] : [b];
    const correct = { type: 'CorrectTerritory', data: { code: '450002', reason: 'It was mistyped' } };
    expect(codeOf(await add(c, '450001'))).toBe('CODE_TAKEN');
    expect(codeOf(await ask(admin, territory, first, correct))).toBe('recorded');
    expect(codeOf(await add(c, '450001'))).toBe('recorded');
  });

  it('F8: two that are merged into each other at the same moment do not both vanish', async () => {
    const [a, b] = [`finding-${randomUUID()}`, `finding-${randomUUID()}`] as const;
    await record(one, { place: 'A' }, a);
    await record(one, { place: 'B' }, b);
    const merge = (from: Id, intoId: Id, by: Actor) =>
      ask(by, finding, from, { type: 'MergeFinding', data: { intoId, reason: 'The same' } } satisfies Message);
    gate.store.waitFor = 2;
    const outcomes = await Promise.all([merge(a, b, one), merge(b, a, two)]);
    expect(outcomes.filter(({ recorded }) => recorded)).toHaveLength(1);
  });
});
