import {
  anyId,
  count,
  instant,
  kept,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  sealed,
  shownText,
  viewOf,
  word,
  type PartData,
} from '#kernel';
import { evidenceEvents } from '../evidence.events.js';
import { EVIDENCE_FLAWS, EVIDENCE_STATUSES } from '../evidence.words.js';

export const evidenceRow = rowOf('StoredEvidence', 'A file that was uploaded and is kept.', '已固证的证据材料。', {
  id: ownId('Its id.', '编号。'),
  status: word(EVIDENCE_STATUSES, 'Where it stands.', '状态。'),
  flaw: optional(word(EVIDENCE_FLAWS, 'How it was found, where it is not as it was.', '校验不符情形。')),
  sha256: shownText('SHA-256 of its bytes as they were sent.', '原始文件 SHA-256 摘要。', 64),
  bytes: count('How many bytes.', '字节数。'),
  mediaType: shownText('What it is, by its bytes.', '按内容判定的媒体类型。', 100),
  address: shownText('SHA-256 of its bytes as they are kept, sealed.', '加密存储后的 SHA-256 摘要。', 64),
  name: optional(sealed(shownText('What whoever sent it called it.', '上传者所称文件名。', 200))),
  takenAt: optional(sealed(shownText('When the file itself says it was taken.', '文件自述拍摄时间。', 40))),
  takenWhere: optional(
    sealed(
      shownText('Where the file itself says it was taken: latitude, longitude.', '文件自述拍摄地点（纬度,经度）。', 40),
    ),
  ),
  uploadedAt: instant('When the log took it.', '固证时间。'),
  uploadedBy: pointer('Who uploaded it.', '上传人。'),
  uploaderId: kept(anyId()),
});

export type EvidenceCard = PartData<typeof evidenceRow>;

/** Files that are kept. Who may see one is found out elsewhere: by itself a file is in sight of nobody. */
export const evidenceCard = viewOf<EvidenceCard, typeof evidenceEvents>({
  name: 'evidence_card',
  version: 1,
  of: evidenceEvents,
  key: (_, { stream }) => stream,
  owner: () => ({ territory: '', orgs: [] }),
  indexes: ['status'],
  on: {
    EvidenceStored: (_, { keyId: __, ...stored }, { stream, recordedAt, actorId }) => ({
      id: stream,
      status: 'stored',
      ...stored,
      uploadedAt: recordedAt,
      uploadedBy: ref(actorId),
      uploaderId: actorId,
    }),
    EvidenceQuarantined: (row, { flaw }) => row && { ...row, status: 'quarantined', flaw },
    EvidenceRestored: (row) => row && { ...row, status: 'stored', flaw: undefined },
    EvidenceDiscarded: (row) => row && { ...row, status: 'discarded' },
  },
});
