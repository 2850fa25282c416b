import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { GRANT_STATUSES, GRANTED_ROLES, type GrantedRole, type GrantStatus } from './grant.words.js';
import { grantsAwaiting } from './views/awaiting.js';
import { grantRow, type GrantRow } from './views/grant.view.js';

@ObjectType({ description: bilingual({ en: 'A page of grants.', zh: '授权列表。' }) })
export class GrantConnection extends CountedConnection(objectTypeOf(grantRow)) {}

/** What grants are narrowed by as every list is. */
export const grantList: Listed<GrantRow, never> = {
  awaiting: { en: 'Only those that the viewer is to approve.', zh: '仅待我批准的授权。' },
  awaits: grantsAwaiting,
};

@ArgsType()
export class GrantsArgs extends ListArgs(grantList) {
  @EnumField(() => enumTypeOf(GRANTED_ROLES), { en: 'Only of this role.', zh: '按角色筛选。', optional: true })
  role?: GrantedRole;
  @EnumField(() => enumTypeOf(GRANT_STATUSES), { en: 'Only those that stand so.', zh: '按状态筛选。', optional: true })
  status?: GrantStatus;
  @IdField('person', { en: 'Only of this person.', zh: '按人员筛选。', optional: true })
  personId?: Id<'person'>;
  @IdField('post', { en: 'Only of this post.', zh: '按岗位筛选。', optional: true })
  postId?: Id<'post'>;
  @IdField('territory', { en: 'Only over this place itself.', zh: '按授权地域筛选。', optional: true })
  territoryId?: Id<'territory'>;
  @IdField('organisation', { en: 'Only for this body.', zh: '按授权机构筛选。', optional: true })
  orgId?: Id<'organisation'>;
}
