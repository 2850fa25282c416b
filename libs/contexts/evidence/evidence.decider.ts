import { happened, isId, refused, type Decider, type Id } from '#kernel';
import { evidenceCommands, type EvidenceCommand } from './evidence.commands.js';
import type { EvidenceEvent } from './evidence.events.js';
import { discardedFrom, evidenceStream, useOf, type EvidenceState } from './evidence.state.js';

const EVIDENCE_REFUSALS = {
  EVIDENCE_STORED_ALREADY: { en: 'This file is kept already.', zh: '该证据材料已固证。' },
  EVIDENCE_ABSENT: { en: 'There is no such file.', zh: '该证据材料不存在。' },
  EVIDENCE_MAY_BE_USED: { en: 'This file may still be used.', zh: '该证据材料仍可使用。' },
  EVIDENCE_DISCARDED: { en: 'This file was never used, and deleted.', zh: '该证据材料未被使用，已删除。' },
};

export type EvidenceRefusal = keyof typeof EVIDENCE_REFUSALS;

interface Facts {
  /** The body that it is uploaded for. */
  readonly StoreEvidence: Id<'organisation'> | undefined;
  /** Whether anything has taken it, or is about to. */
  readonly DiscardEvidence: boolean;
}

/** The rules of evidence: what is kept once stays as it is, and what is found otherwise is given to nobody (X1). */
export const evidence: Decider<EvidenceState, EvidenceCommand, EvidenceEvent, EvidenceRefusal, Facts> = {
  ...evidenceStream,
  commands: evidenceCommands,
  refusals: EVIDENCE_REFUSALS,
  facts: {
    StoreEvidence: (_, __, ___, { orgId }) => Promise.resolve(orgId),
    DiscardEvidence: async (read, _, { stream }) =>
      isId('evidence', stream) && (await read.claimedBy(useOf(stream), stream)).length > 0,
  },
  // Nobody is asked where they stand: files are uploaded in the name of the own body.
  owner: (_, asked) => ({ territory: '', orgs: asked.type === 'StoreEvidence' && asked.facts ? [asked.facts] : [] }),
  decide: {
    StoreEvidence: (data, { is }) =>
      is === 'new' ? happened({ type: 'EvidenceStored', data }) : refused('EVIDENCE_STORED_ALREADY'),
    QuarantineEvidence: ({ flaw }, { is }) => {
      if (is === 'new') return refused('EVIDENCE_ABSENT');
      if (is === 'discarded') return refused('EVIDENCE_DISCARDED');
      return is === 'quarantined' ? happened() : happened({ type: 'EvidenceQuarantined', data: { flaw } });
    },
    RestoreEvidence: (_, { is }) => {
      if (is === 'new') return refused('EVIDENCE_ABSENT');
      if (is === 'discarded') return refused('EVIDENCE_DISCARDED');
      return is === 'stored' ? happened() : happened({ type: 'EvidenceRestored', data: {} });
    },
    DiscardEvidence: (_, state, { occurredAt }, isTaken) => {
      if (state.is === 'new') return refused('EVIDENCE_ABSENT');
      if (state.is === 'discarded' || isTaken) return happened();
      if (occurredAt < discardedFrom(state)) return refused('EVIDENCE_MAY_BE_USED');
      return happened({ type: 'EvidenceDiscarded', data: {} });
    },
  },
};
