import { vocabulary, type WordOf } from '#kernel';

/** How a kept file was found that is not as it was. */
export const EVIDENCE_FLAWS = vocabulary('EvidenceFlaw', 'How a file was found.', '文件校验结果。', {
  missing: { en: 'It is not there', zh: '文件缺失' },
  altered: { en: 'Its bytes are not those that were kept', zh: '文件内容与固证时不符' },
});

export type EvidenceFlaw = WordOf<typeof EVIDENCE_FLAWS>;

export const EVIDENCE_STATUSES = vocabulary('EvidenceStatus', 'Where a file stands.', '证据材料状态。', {
  stored: { en: 'Kept, and as it was', zh: '已固证' },
  quarantined: { en: 'Found missing or altered; nobody is given it', zh: '校验不符，已隔离' },
  discarded: { en: 'Never used, and deleted', zh: '未被使用，已删除' },
});
