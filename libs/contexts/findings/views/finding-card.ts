import {
  anId,
  flag,
  instant,
  kept,
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
import type { Round } from '../finding.rounds.js';
import type { Stakes } from '../finding.stakes.js';
import { FINDING_CLASSES, FINDING_KINDS, SEVERITIES, STAGES } from '../finding.words.js';
import { shownEvidence, shownHolders } from './parts.js';
import { rectificationPart } from './rectification.js';

/** A finding as lists and cases show it. */
export const findingRow = rowOf('Finding', 'A shortcoming and what became of it.', '问题及其整改情况。', {
  id: ownId('Its id.', '编号。'),
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
  confirmedAt: optional(instant('When it was confirmed.', '认定时间。')),
  evidence: shownEvidence,
  answerable: shownHolders,
  rectification: optional(part(rectificationPart, 'What is done about it.', '整改情况。')),
  confirmed: flag('It was confirmed.', '是否已认定。'),
  counted: flag('It counts in the closure rate: confirmed and not voided.', '是否计入销号率分母。'),
  closedOut: flag('It is struck off now.', '是否已销号。'),
  onTime: flag('Struck off, and reported done by the original due time.', '是否按期完成。'),
  late: flag('Struck off, and reported done after the original due time.', '是否逾期完成。'),
  returned: flag('A verification sent it back at least once.', '是否曾被核查退回。'),
  relapsed: flag('It came back after a close-out at least once.', '是否曾反弹。'),
  stakes: kept(z.custom<Stakes>()),
  rounds: kept(z.custom<readonly Round[]>()),
  hasPlan: kept(z.boolean()),
  subjectOrgId: optional(kept(anId('organisation'))),
  unitId: optional(kept(anId('organisation'))),
  dutyPointId: optional(kept(anId('dutyPoint'))),
});

export type FindingCard = PartData<typeof findingRow>;
