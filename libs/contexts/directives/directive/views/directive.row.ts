import {
  anId,
  aTerritoryPath,
  flag,
  instant,
  int,
  kept,
  list,
  optional,
  ownId,
  part,
  pointer,
  rowOf,
  sealed,
  text,
  word,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import { INSTRUMENTS, URGENCIES } from '../../content/content.words.js';
import { adaptationRow, clauseRow, linkRow, upstreamRow, warningRow } from '../../content/views/content.rows.js';
import { DIRECTIVE_STATUSES } from '../directive.words.js';
import { askedAheadRow } from './ahead.rows.js';
import { amendmentRow, openClauseRow } from './amendments.rows.js';
import { withoutDutyRow } from './completing.rows.js';
import { provenanceRow } from './provenance.rows.js';
import { textVersionRow } from './text-versions.js';

export const directiveRow = rowOf('Directive', 'An order with a fixed text and clauses.', '部署（指令）。', {
  id: ownId('Its id.', '编号。'),
  status: word(DIRECTIVE_STATUSES, 'Where it stands.', '状态。'),
  confirmed: flag(
    'Whether it counts: what was made of an import waits for another person to confirm that.',
    '是否有效（导入的须经另一人确认）。',
  ),
  instrument: word(INSTRUMENTS, 'How the order is given.', '文种。'),
  urgency: word(URGENCIES, 'How urgent it is.', '紧急程度。'),
  number: optional(text(60, 'Its number, as the issuing body writes it (文号).', '文号。')),
  title: text(300, 'Its title.', '标题。'),
  text: text(60_000, 'Its whole text.', '全文。'),
  textVersion: int([1, 1_000_000], 'Which version of the text.', '文本版本。'),
  textVersions: list(
    part(
      textVersionRow,
      'The versions on which others could build, the newest last.',
      '可供下级依据的各文本版本，最新者在后。',
    ),
  ),
  clauses: list(part(clauseRow, 'Its clauses in order.', '条款。')),
  bases: list(part(upstreamRow, 'What it implements.', '依据。')),
  links: list(part(linkRow, 'What it reinforces or continues.', '关联部署。')),
  clauseMap: list(part(adaptationRow, 'What became of the clauses of its parents.', '上级条款对应表。')),
  warnings: list(part(warningRow, 'Where declared and captured clauses differ (D9).', '条款数量提示。')),
  meeting: optional(pointer('The meeting that it came from.', '来源会议。')),
  issuer: pointer('The body that issues or keeps it.', '发文（登记）机构。'),
  provenance: optional(part(provenanceRow, 'Where it came from, when it was imported.', '导入来源。')),
  deploys: flag('Its clause map covers every clause of what it implements.', '是否部署落实其依据（须逐条对应）。'),
  relayOf: optional(pointer('The directive whose text it passes on unchanged.', '所传达的部署。')),
  recipients: list(pointer('To whom it went.', '收文机构。')),
  issuedAt: optional(instant('When it was issued.', '印发时间。')),
  amendments: list(part(amendmentRow, 'Its amendments; former texts are read by their version.', '历次修订。')),
  askedAhead: list(
    part(
      askedAheadRow,
      'Later due times that are asked for before the text is amended so (D2).',
      '修订前先行申请的延期。',
    ),
  ),
  openClauses: list(
    part(
      openClauseRow,
      'Clauses of its parents that were amended, and are to be mapped again (D3).',
      '待重新对应的上级条款。',
    ),
  ),
  endedAt: optional(instant('When it came to its end.', '终结时间。')),
  endReason: optional(sealed(text(1000, 'Why it was taken back.', '撤回、撤销或替代的理由。'))),
  withoutDuty: list(
    part(
      withoutDutyRow,
      'Clauses of which no duty had to be made, as was said when it was completed.',
      '办结时说明无须设立责任点的条款。',
    ),
  ),
  supersededBy: optional(pointer('What took its place.', '替代它的部署。')),
  /** The parents of whose issuers something is asked that was not ruled on yet. */
  asks: kept(z.array(z.string())),
  issuerId: kept(anId('organisation')),
  meetingId: optional(kept(anId('meeting'))),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
});

export type DirectiveCard = PartData<typeof directiveRow>;
