import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { evidence } from '#contexts/evidence';
import { finding } from '#contexts/findings';
import { organisation, territory } from '#contexts/parties';
import { idOf, pathBelow, type AnyDecider, type Id } from '#kernel';
import { claim } from '#platform/claims';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EvidenceReader } from '../../apps/api/evidence/evidence-reader.js';
import { codeOf, Gate, person } from '../support/two-at-once.js';

const [city, other] = ['1', '2'].map((n) => idOf('territory', `00000000-0000-4000-8000-00000000000${n}`)) as [
  Id<'territory'>,
  Id<'territory'>,
];
const admin = person(0, '', ['admin']);
const inspector = person(1, pathBelow('', city), ['inspector', 'lead', 'supervision']);
/** A colleague in the same place, and one elsewhere. */
const colleague = person(2, pathBelow('', city), ['supervision']);
const stranger = person(3, pathBelow('', other), ['supervision', 'inspector']);
const reporterOf = (n: number): Actor => {
  const { grants: _, ...who } = person(n, '', []);
  return { ...who, grants: [{ role: 'unit', orgId: who.orgId }] };
};
const [unit, another, office] = [reporterOf(4), reporterOf(5), reporterOf(6)];

describe('X1: who may open a file', () => {
  let gate: Gate;
  let reader: EvidenceReader;
  let file: Id<'evidence'>;
  const id = `finding-${randomUUID()}` as const;

  const ask = async (actor: Actor, [decider, stream]: readonly [AnyDecider, Id], type: string, data: object = {}) => {
    const is = codeOf(await gate.ask(actor, decider, stream, { type, data }));
    expect({ type, is }).toEqual({ type, is: 'recorded' });
  };
  const opens = async (actor: Actor) => (await reader.find(file, actor)) !== undefined;
  const record = () =>
    ask(inspector, [finding, id], 'RecordObservation', {
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'No list', place: 'Gate' },
      ...{ territoryId: city, subjectOrgId: unit.orgId, evidence: [file] },
    });
  const order = (unitId: Id) => ({
    unitId,
    acceptorOrgId: office.orgId,
    dueAt: '2022-04-10T00:00:00.000Z',
    standard: 'x',
  });

  beforeEach(async () => {
    gate = new Gate([territory, organisation, finding, claim]);
    reader = new EvidenceReader({ events: gate.store } as never);
    for (const at of [city, other]) {
      const data = { name: 'A city', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
      await ask(admin, [territory, at], 'AddTerritory', data);
    }
    for (const [{ orgId }, orgKind] of [
      ...[unit, another].map((one) => [one, 'enterprise'] as const),
      ...[office, inspector].map((one) => [one, 'supervisionOffice'] as const),
    ]) {
      const data = { name: `Body ${orgId}`, orgKind, territoryId: city, temporary: false };
      await ask(admin, [organisation, orgId], 'CreateOrganisation', data);
    }
    file = `evidence-${randomUUID()}`;
    const sha256 = '1'.repeat(64);
    const data = { sha256, bytes: 1, mediaType: 'image/png', address: sha256, keyId: randomUUID() };
    await ask(inspector, [evidence, file], 'StoreEvidence', data);
  });

  it('is whoever uploaded it, and nobody else, until a finding has it', async () => {
    expect(await opens(inspector)).toBe(true);
    for (const actor of [colleague, stranger, unit, admin]) expect(await opens(actor)).toBe(false);
    expect(await reader.find(`evidence-${randomUUID()}`, inspector)).toBeUndefined();
  });

  it('is whoever may see the finding that has it, and from then on no other, be it the one who uploaded it', async () => {
    await record();
    expect(await opens(inspector)).toBe(true);
    expect(await opens(colleague)).toBe(true);
    for (const actor of [stranger, unit, admin]) expect(await opens(actor)).toBe(false);
    // They work elsewhere now: the file went into a case that is not theirs any more.
    expect(await opens({ ...stranger, actorId: inspector.actorId })).toBe(false);
  });

  it('is as the finding stands now: whom it is about once it is confirmed, whom the order names, and who is named instead', async () => {
    await record();
    await ask(inspector, [finding, id], 'ConfirmFinding');
    expect([await opens(unit), await opens(another), await opens(office)]).toEqual([true, false, false]);
    await ask(inspector, [finding, id], 'OrderRectification', order(another.orgId));
    expect([await opens(unit), await opens(another), await opens(office)]).toEqual([true, true, true]);
    await ask(inspector, [finding, id], 'RedirectOrder', { ...order(unit.orgId), reason: 'Not theirs' });
    // F6: what was theirs stays theirs.
    expect([await opens(unit), await opens(another), await opens(office)]).toEqual([true, true, true]);
    expect(await opens(stranger)).toBe(false);
  });
});
