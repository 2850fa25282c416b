import {
  anId,
  aTerritoryPath,
  flag,
  instant,
  int,
  kept,
  list,
  named,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  shownText,
  text,
  viewOf,
  type PartData,
} from '#kernel';
import { documentFields, noticeClausePart } from '../document.parts.js';
import { importEvents } from '../import.events.js';
import type { FoundDocument } from '../import.state.js';

const clauseRow = partOf(
  'FoundClause',
  { ...noticeClausePart.fields, text: shownText('Its words.', '内容。') },
  { en: 'A clause as it was found: a proposal.', zh: '提取的条款（建议）。' },
);

const documentRow = partOf(
  'NoticeDocument',
  { ...documentFields, clauses: list(part(clauseRow, 'The proposed tree of clauses, in order.', '条款树（建议）。')) },
  { en: 'A document that was found in a file.', zh: '文件中识别出的一份公文。' },
);

export const importRow = rowOf(
  'NoticeImport',
  'A notice as it was taken in, and what was read in it.',
  '导入的公文。',
  {
    id: ownId('Its id.', '编号。'),
    fileName: text(200, 'The name of the file.', '文件名。'),
    mediaType: text(100, 'Its media type.', '媒体类型。'),
    sha256: text(64, 'SHA-256 of its bytes, as the server computed it.', '文件 SHA-256（由服务端计算）。'),
    bytes: int([1, 200_000], 'How many bytes.', '字节数。'),
    importedAt: instant('When it was taken in.', '导入时间。'),
    importedBy: pointer('The body that took it in.', '导入机构。'),
    confirmed: flag(
      'Whether another person of that body confirmed it; until then nothing made of it counts.',
      '是否已由另一人确认。',
    ),
    confirmedAt: optional(instant('When it was confirmed.', '确认时间。')),
    confirmedBy: optional(pointer('Who confirmed it.', '确认人。')),
    documents: list(part(documentRow, 'The documents that were found in it, in order.', '识别出的文件（按顺序）。')),
    territoryPath: kept(aTerritoryPath()),
    orgId: kept(anId('organisation')),
  },
);

export type NoticeImport = PartData<typeof importRow>;

const shown = ({ clauses, ...document }: FoundDocument): NoticeImport['documents'][number] => ({
  ...document,
  clauses: clauses.map((clause) => ({ ...clause, text: document.text.slice(clause.from, clause.to) })),
});

/** An import belongs to the body that took it in. */
export const noticeImport = viewOf<NoticeImport, typeof importEvents>({
  name: 'notice_import',
  version: 2,
  of: importEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgId }) => ({ territory: territoryPath, orgs: [orgId] }),
  subject: { label: ({ fileName }) => named(fileName) },
  on: {
    NoticeImported: (_, { text: _text, documents: _found, importedBy, ...original }, { stream, occurredAt }) => ({
      id: stream,
      ...original,
      importedAt: occurredAt,
      importedBy: ref(importedBy.orgId),
      ...{ confirmed: false, documents: [] },
      territoryPath: importedBy.territoryPath,
      orgId: importedBy.orgId,
    }),
    ImportConfirmed: (row, _, { occurredAt: confirmedAt, actorId }) =>
      row && { ...row, confirmed: true, confirmedAt, confirmedBy: ref(actorId) },
    DocumentFound: (row, found) => row && { ...row, documents: [...row.documents, shown(found)] },
  },
});
