import { isSameKey, shapeOf, type ClaimKey, type Occasion } from '#kernel';
import { aLog, keepsTheLaws, specification, valuesOf, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { evidenceCommands, type EvidenceCommand } from './evidence.commands.js';
import { evidence } from './evidence.decider.js';
import { evidenceEvents, type EvidenceEvent } from './evidence.events.js';
import { useOf } from './evidence.state.js';
import { unusedEvidence } from './evidence.timer.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const orgId = `organisation-${uuid(2)}` as const;
const inspector: Occasion = {
  ...{ actorId: `person-${uuid(1)}`, orgId, occurredAt: '2022-03-31T09:00:00.000Z' },
  ...{ commandId: uuid(3), correlationId: uuid(3), source: 'web' },
};
const file = {
  ...{ sha256: 'a'.repeat(64), bytes: 48_211, mediaType: 'image/jpeg' },
  ...{ address: 'b'.repeat(64), keyId: uuid(4) },
};
const store: EvidenceCommand = { type: 'StoreEvidence', data: file };
const stored: EvidenceEvent = { type: 'EvidenceStored', data: file };
const quarantine: EvidenceCommand = { type: 'QuarantineEvidence', data: { flaw: 'altered' } };
const quarantined: EvidenceEvent = { type: 'EvidenceQuarantined', data: { flaw: 'altered' } };
const restore: EvidenceCommand = { type: 'RestoreEvidence', data: {} };
const restored: EvidenceEvent = { type: 'EvidenceRestored', data: {} };
const discard: EvidenceCommand = { type: 'DiscardEvidence', data: {} };
const discarded: EvidenceEvent = { type: 'EvidenceDiscarded', data: {} };

describe('evidence', () => {
  const nothing = valuesOf(z.object({}));
  keepsTheLaws(evidence, {
    StoreEvidence: valuesOf(evidenceEvents.facts.EvidenceStored.schema),
    QuarantineEvidence: valuesOf(z.object(shapeOf(evidenceCommands.declared.QuarantineEvidence.takes))),
    RestoreEvidence: nothing,
    DiscardEvidence: nothing,
  });
  const given = specification(evidence, inspector, { StoreEvidence: orgId, DiscardEvidence: false });

  it('X1: is kept once, with the digest of its bytes', () => {
    given().when(store).then(stored);
    given(stored).when(store).thenRefused('EVIDENCE_STORED_ALREADY');
  });

  it('X1: that is found otherwise than it was kept is quarantined, once, until it is found whole again', () => {
    given().when(quarantine).thenRefused('EVIDENCE_ABSENT');
    given(stored).when(quarantine).then(quarantined);
    given(stored, quarantined).when(quarantine).then();
    given().when(restore).thenRefused('EVIDENCE_ABSENT');
    given(stored).when(restore).then();
    given(stored, quarantined).when(restore).then(restored);
    given(stored, quarantined, restored).when(quarantine).then(quarantined);
  });

  const dueAt = '2022-04-30T09:00:00.000Z';
  const due = { occurredAt: dueAt };

  it('that nothing took for 30 days is discarded for good', () => {
    given().when(discard, due).thenRefused('EVIDENCE_ABSENT');
    given(stored).when(discard, due).then(discarded);
    given(stored).when(discard, { occurredAt: '2022-04-30T08:59:59.999Z' }).thenRefused('EVIDENCE_MAY_BE_USED');
    given(stored, quarantined).when(discard, due).then(discarded);
    given(stored, discarded).when(discard, due).then();
    given(stored, discarded).when(quarantine).thenRefused('EVIDENCE_DISCARDED');
    given(stored, discarded).when(restore).thenRefused('EVIDENCE_DISCARDED');
  });

  it('that something has taken, or is about to, stays', () => {
    given(stored).when(discard, due, { DiscardEvidence: true }).then();
  });

  it('is known to be taken by who has laid claim to it, whoever that is', async () => {
    const id = `evidence-${uuid(9)}` as const;
    const own = { stream: id, state: () => Promise.resolve(evidence.initial) };
    const laid = {
      by: `finding-${uuid(8)}`,
      seenBy: { territory: '', orgs: [] },
      occurredAt: dueAt,
      underWay: false,
    } as const;
    const isTaken = (key: ClaimKey) =>
      evidence.facts.DiscardEvidence(
        withClaims(aLog({}), (asked) => (isSameKey(asked, key) ? [laid] : [])),
        {},
        own,
        inspector,
      );
    expect(await isTaken(useOf(id))).toBe(true);
    expect(await isTaken(useOf(`evidence-${uuid(7)}`))).toBe(false);
  });

  it('is asked about 30 days after it was kept, unless it is discarded by then', () => {
    const at = { stream: `evidence-${uuid(9)}` as const, recordedAt: inspector.occurredAt };
    const state = given(stored).state();
    const happening = { ...inspector, ...at, eventId: uuid(6), revision: 0n, position: 0n };
    expect(unusedEvidence.due.EvidenceStored?.(file, state, happening)).toMatchObject([
      { key: 'unused', at: dueAt, ask: { stream: at.stream, command: discard } },
    ]);
    expect(unusedEvidence.cancels.EvidenceDiscarded?.({}, state, happening)).toEqual(['unused']);
  });
});
