import { bilingual } from '#kernel';
import { CountedConnection, EnumField, enumTypeOf, ListArgs, type Listed, objectTypeOf } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { LATE_ENTRY_STATUSES, type LateEntryStatus } from './late-entry.words.js';
import { lateEntriesAwaiting } from './views/awaiting.js';
import { lateEntryRow, type LateEntryCard } from './views/late-entry.view.js';

@ObjectType({ description: bilingual({ en: 'A page of late entries.', zh: '补录登记列表。' }) })
export class LateEntryConnection extends CountedConnection(objectTypeOf(lateEntryRow), 'LateEntryCard') {}

/** What late entries are narrowed by as every list is. */
export const lateEntryList: Listed<LateEntryCard, 'happened' | 'registered'> = {
  text: { en: 'the number', zh: '编号' },
  periods: {
    happened: { en: 'The first of its acts happened', zh: '所载事项起始时间' },
    registered: { en: 'Registered', zh: '登记时间' },
  },
  dates: { happened: 'happenedFrom', registered: 'registeredAt' },
  awaiting: { en: 'Only those that the viewer is to confirm.', zh: '仅待我确认的补录。' },
  awaits: lateEntriesAwaiting,
};

@ArgsType()
export class LateEntriesArgs extends ListArgs(lateEntryList) {
  @EnumField(() => enumTypeOf(LATE_ENTRY_STATUSES), { en: 'Only in this state.', zh: '按状态筛选。', optional: true })
  status?: LateEntryStatus;
}
