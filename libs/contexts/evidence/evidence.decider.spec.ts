import { shapeOf, type Occasion } from '#kernel';
import { keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, it } from '@jest/globals';
import { z } from 'zod';
import { evidenceCommands, type EvidenceCommand } from './evidence.commands.js';
import { evidence } from './evidence.decider.js';
import { evidenceEvents, type EvidenceEvent } from './evidence.events.js';

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
  const given = specification(evidence, inspector, { StoreEvidence: orgId });

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

  it('that nothing took is discarded for good', () => {
    given().when(discard).thenRefused('EVIDENCE_ABSENT');
    given(stored).when(discard).then(discarded);
    given(stored, discarded).when(discard).then();
    given(stored, discarded).when(quarantine).thenRefused('EVIDENCE_DISCARDED');
    given(stored, discarded).when(restore).thenRefused('EVIDENCE_DISCARDED');
  });
});
