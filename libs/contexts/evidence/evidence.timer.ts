import type { Ask, Timer } from '#kernel';
import type { EvidenceCommand } from './evidence.commands.js';
import { evidence } from './evidence.decider.js';
import type { EvidenceEvent } from './evidence.events.js';
import { discardedFrom, evidenceStream, type EvidenceState } from './evidence.state.js';

/** A file is discarded once. */
const KEY = 'unused';

/** A file that nothing has taken for 30 days goes. Whether anything has is asked then: its own stream does not know. */
export const unusedEvidence: Timer<EvidenceState, EvidenceEvent> = {
  name: 'unused_evidence',
  of: evidenceStream,
  asks: [evidence],
  rights: { DiscardEvidence: 'ownStream' },
  due: {
    EvidenceStored: (_, __, { stream, recordedAt }) => {
      const ask: Ask<EvidenceCommand> = { decider: evidence, stream, command: { type: 'DiscardEvidence', data: {} } };
      return [{ key: KEY, at: discardedFrom({ recordedAt }), ask }];
    },
  },
  // A timer that is built anew asks nothing that is recorded already.
  cancels: { EvidenceDiscarded: () => [KEY] },
};
