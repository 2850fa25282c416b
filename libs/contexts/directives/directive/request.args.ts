import { bilingual, type Id } from '#kernel';
import { CountedConnection, FlagField, IdField, ListArgs, type Listed, objectTypeOf } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { requestsAwaiting } from './views/awaiting.js';
import { requestRow, type DirectiveRequest } from './views/directive-request.row.js';

@ObjectType({ description: bilingual({ en: 'A page of requests.', zh: '申请列表。' }) })
export class RequestConnection extends CountedConnection(objectTypeOf(requestRow)) {}

/** What requests are narrowed by as every list is. */
export const requestList: Listed<DirectiveRequest, 'asked'> = {
  periods: { asked: { en: 'Asked for', zh: '申请时间' } },
  dates: { asked: 'askedAt' },
  awaiting: { en: 'Only those that the viewer is to rule on.', zh: '仅待我批复的申请。' },
  awaits: requestsAwaiting,
};

@ArgsType()
export class RequestsArgs extends ListArgs(requestList) {
  @IdField('directive', { en: 'Only from this parent.', zh: '按上级部署筛选。', optional: true })
  directiveId?: Id<'directive'>;
  @IdField('directive', { en: 'Only of this child.', zh: '按提出申请的部署筛选。', optional: true })
  childId?: Id<'directive'>;
  @FlagField({ en: 'Only those that wait for a ruling, or the others.', zh: '按是否待批复筛选。', optional: true })
  open?: boolean;
}
