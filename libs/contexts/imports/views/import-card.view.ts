import {
  anId,
  aTerritoryPath,
  count,
  doersOf,
  flag,
  instant,
  kept,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  text,
  viewOf,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import { importEvents } from '../import.events.js';

/** What of an import stands in a list: without its texts, which are long. */
export const importCardRow = rowOf(
  'ImportCard',
  'A notice that was taken in, without its text.',
  '导入的公文（不含原文）。',
  {
    id: ownId('Its id.', '编号。'),
    fileName: text(200, 'The name of the file.', '文件名。'),
    importedAt: instant('When it was taken in.', '导入时间。'),
    importedBy: pointer('The body that took it in.', '导入机构。'),
    documents: count('How many documents it holds.', '文件数量。'),
    questions: count('How many questions its documents leave to a person.', '待人工确认的事项数。'),
    confirmed: flag('Whether another person of that body confirmed it.', '是否已由另一人确认。'),
    confirmedAt: optional(instant('When it was confirmed.', '确认时间。')),
    confirmedBy: optional(pointer('Who confirmed it.', '确认人。')),
    territoryPath: kept(aTerritoryPath()),
    orgId: kept(anId('organisation')),
    /** Who took it in, and in whose name: they do not confirm it (SD4). */
    party: kept(z.array(z.string())),
  },
);

export type ImportCard = PartData<typeof importCardRow>;

/** An import belongs to the body that took it in. */
export const importCard = viewOf<ImportCard, typeof importEvents>({
  name: 'import_card',
  version: 2,
  of: importEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgId }) => ({ territory: territoryPath, orgs: [orgId] }),
  indexes: ['confirmed', 'importedAt', 'orgId'],
  lists: ['party'],
  searched: ['fileName'],
  on: {
    NoticeImported: (_, { fileName, documents, importedBy }, { stream, occurredAt: importedAt, ...act }) => ({
      id: stream,
      ...{ fileName, importedAt, documents },
      importedBy: ref(importedBy.orgId),
      ...{ questions: 0, confirmed: false },
      territoryPath: importedBy.territoryPath,
      orgId: importedBy.orgId,
      party: [...doersOf(act)],
    }),
    DocumentFound: (row, { questions }) => row && { ...row, questions: row.questions + questions.length },
    ImportConfirmed: (row, _, { occurredAt: confirmedAt, actorId }) =>
      row && { ...row, confirmed: true, confirmedAt, confirmedBy: ref(actorId) },
  },
});
