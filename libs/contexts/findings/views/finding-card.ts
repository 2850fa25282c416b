import {
  anId,
  flag,
  id,
  instant,
  kept,
  list,
  optional,
  ownId,
  part,
  pointer,
  rowOf,
  shownText,
  word,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import type { Round } from '../finding.round.js';
import type { Stakes } from '../finding.stakes.js';
import { FINDING_CLASSES, FINDING_KINDS, SEVERITIES, STAGES } from '../finding.words.js';
import { shownChanges } from './changes.js';
import { shownEarlierFix } from './earlier-fix.js';
import { shownEvidence, shownFiles, shownHolders } from './parts.js';
import { rectificationPart } from './rectification.part.js';
import { shownRounds } from './rounds.js';
import { reasonPart } from './verdicts.js';

/** A finding as lists and cases show it. */
export const findingRow = rowOf('Finding', 'A shortcoming and what became of it.', '问题及其整改情况。', {
  id: ownId('Its id.', '编号。'),
  number: optional(
    shownText(
      'Its number, as people say it, such as `WT-2025-0003`: by the body that recorded it and the year in China; null until it is given, a moment after it was recorded.',
      '编号，如 `WT-2025-0003`（按记录单位和年度，中国时间）；记录后片刻自动编号，编号前为空。',
    ),
  ),
  status: word(STAGES, 'Where it stands.', '状态。'),
  kind: word(FINDING_KINDS, 'How it came to be.', '来源。'),
  class: word(FINDING_CLASSES, 'What kind of shortcoming.', '类别。'),
  severity: word(SEVERITIES, 'How grave.', '严重程度。'),
  description: shownText('What was seen.', '问题描述。'),
  place: shownText('Where it was seen.', '地点。'),
  territory: pointer('The territory.', '属地。'),
  subject: optional(pointer('The body it is about.', '被检查单位。')),
  dutyPoint: optional(pointer('The duty point it is about.', '责任点。')),
  recordedBy: pointer('Who recorded it.', '记录人。'),
  occurredAt: instant('When it happened.', '发生时间。'),
  recordedAt: instant('When the log took it.', '记录时间。'),
  confirmedAt: optional(instant('When it was confirmed, as stated.', '认定时间。')),
  confirmationRecordedAt: optional(
    instant('When the log took that: it belongs to the period that holds this.', '认定的记录时间（按此归入统计期）。'),
  ),
  overdue: flag('It is open and its present due time has passed, at the moment looked at.', '查询时点是否逾期未结。'),
  dueSoon: flag('It is open and will be due before long, at the moment looked at.', '查询时点是否临近时限。'),
  dismissal: optional(part(reasonPart, 'Why it was dismissed.', '认定不成立的理由。')),
  voiding: optional(part(reasonPart, 'Why it was voided.', '作废的理由。')),
  merging: optional(part(reasonPart, 'Why it was merged into another.', '并案的理由。')),
  notDuplicateOf: list(
    id('finding', 'Findings that look the same and were named as others.', '看似相同但经确认并非同一问题的。'),
  ),
  mergedInto: optional(pointer('The finding that counts in its place.', '并入的问题。')),
  reopening: optional(part(reasonPart, 'Why it was opened again.', '重新挂号的理由。')),
  evidence: shownEvidence,
  addedEvidence: shownFiles('The evidence that was added since.', '补充的证据材料。'),
  subjectTold: flag('It was handed over on the spot to the body that it is about.', '是否当场告知被检查单位。'),
  changes: shownChanges,
  earlierFix: shownEarlierFix,
  answerable: shownHolders,
  rectification: optional(part(rectificationPart, 'What is done about it.', '整改情况。')),
  earlierRounds: shownRounds,
  confirmed: flag('It was confirmed.', '是否已认定。'),
  counted: flag(
    'It counts in the closure rate: confirmed, and neither voided nor merged into another.',
    '是否计入销号率分母（已认定且未作废、未并案）。',
  ),
  voided: flag('It was voided, and so does not count.', '是否已作废（不计入）。'),
  merged: flag('It was merged into another, and so does not count.', '是否已并案（不计入）。'),
  closedOut: flag('It is struck off now.', '是否已销号。'),
  onTime: optional(
    flag(
      'Struck off, and recorded as done by the original due time; null while nobody reported it done, and of a late entry.',
      '是否按期完成；尚无人报完成或为补录时为空。',
    ),
  ),
  onTimeExtended: optional(flag('The same by the present due time.', '是否按现时限完成；尚无人报完成或为补录时为空。')),
  late: flag(
    'A fix that held was recorded as done after the original due time: once is for good.',
    '曾逾期完成（一经逾期不再改变）。',
  ),
  lateEntry: flag('The report of the fix was entered late, by its two times.', '报完成是否为补录。'),
  returned: flag('A verification, or the acceptor, sent it back at least once.', '是否曾被退回。'),
  relapsed: flag('It came back after a close-out at least once.', '是否曾反弹。'),
  stakes: kept(z.custom<Stakes>()),
  rounds: kept(z.custom<readonly Round[]>()),
  hasPlan: kept(z.boolean()),
  subjectOrgId: optional(kept(anId('organisation'))),
  territoryId: kept(anId('territory')),
  unitId: optional(kept(anId('organisation'))),
  acceptorOrgId: optional(kept(anId('organisation'))),
  recorderId: kept(z.string()),
  /** Everybody who is to verify the present fix, and those of them who have yet to. */
  verifierIds: kept(z.array(z.string())),
  toVerify: kept(z.array(z.string())),
  /** What duplicates are looked up by. */
  digests: kept(z.array(z.string())),
  plainPlace: kept(z.string()),
  mergedIntoId: optional(kept(anId('finding'))),
  /** When it is due, and the same for as long as it is open. */
  dueAt: optional(kept(z.string())),
  openDueAt: optional(kept(z.string())),
  dutyPointId: optional(kept(anId('dutyPoint'))),
  /** Who has had which part in it, such as `recorded person-…` (SD1). */
  parts: kept(z.array(z.string())),
  /** What is charged to whom, of all rounds, and who has verified in them. */
  charges: kept(z.array(z.string())),
  verifiedBy: kept(z.array(z.string())),
});

/** What stands in the table of findings: nothing that time alone changes. */
export type FindingCard = Omit<PartData<typeof findingRow>, 'overdue' | 'dueSoon' | 'earlierRounds'>;
