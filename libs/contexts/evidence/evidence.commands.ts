import { command, commandsOf, to, word, type CommandOf, type DataOf } from '#kernel';
import type { EvidenceEvent } from './evidence.events.js';
import { EVIDENCE_FLAWS } from './evidence.words.js';

/** Everything that can happen to evidence. None of it is a mutation: files come by an upload, and the rest is found by looking. */
export const evidenceCommands = commandsOf(
  'evidence',
  { subject: { en: 'Which evidence.', zh: '证据材料编号。' } },
  {
    StoreEvidence: command('Records a file that was uploaded and is kept.', '证据材料固证。', {
      who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander', 'unit', 'unit-head'],
      at: ['new'],
      begins: 'derived',
      apart: true,
      as: to<DataOf<EvidenceEvent, 'EvidenceStored'>>(),
    }),
    QuarantineEvidence: command('Records that a file is not as it was kept.', '证据材料隔离。', {
      who: ['system'],
      at: ['stored'],
      takes: { flaw: word(EVIDENCE_FLAWS, 'How it was found.', '校验结果。') },
    }),
    RestoreEvidence: command('Records that a file is whole again.', '证据材料恢复。', {
      who: ['system'],
      at: ['quarantined'],
    }),
    DiscardEvidence: command('Records that a file that nothing took is deleted.', '未用证据材料清除。', {
      who: ['system'],
      at: ['stored', 'quarantined'],
    }),
  },
);

export type EvidenceCommand = CommandOf<typeof evidenceCommands>;
