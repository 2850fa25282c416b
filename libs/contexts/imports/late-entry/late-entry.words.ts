import { vocabulary, type WordOf } from '#kernel';

export const LATE_ENTRY_KINDS = vocabulary('LateEntryKind', 'What something was found on.', '补录依据类型。', {
  paper: { en: 'Signed on paper, phoned in, or written without network', zh: '纸质、电话或离线记录' },
  ledger: { en: 'A ledger or register of the past', zh: '既往台账' },
});

export const LATE_ENTRY_STATUSES = vocabulary('LateEntryStatus', 'Where a late entry stands.', '补录状态。', {
  registered: { en: 'Registered; nobody else looked at it yet', zh: '已登记，待他人确认' },
  confirmed: { en: 'Confirmed by another person', zh: '已由另一人确认' },
  refused: { en: 'Refused', zh: '不予确认' },
});

export type LateEntryStatus = WordOf<typeof LATE_ENTRY_STATUSES>;
