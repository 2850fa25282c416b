import { bilingual } from '#kernel';
import { CountedConnection, FlagField, ListArgs, type Listed, objectTypeOf } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { importsAwaiting } from './views/awaiting.js';
import { importCardRow, type ImportCard } from './views/import-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of imports.', zh: '导入列表。' }) })
export class ImportConnection extends CountedConnection(objectTypeOf(importCardRow)) {}

/** What imports are narrowed by as every list is. */
export const importList: Listed<ImportCard, 'imported'> = {
  text: { en: 'the name of the file', zh: '文件名' },
  periods: { imported: { en: 'Taken in', zh: '导入时间' } },
  dates: { imported: 'importedAt' },
  awaiting: { en: 'Only those that the viewer is to confirm.', zh: '仅待我确认的导入。' },
  awaits: importsAwaiting,
};

@ArgsType()
export class NoticeImportsArgs extends ListArgs(importList) {
  @FlagField({ en: 'Only those that are confirmed, or the others.', zh: '按是否已确认筛选。', optional: true })
  confirmed?: boolean;
}
