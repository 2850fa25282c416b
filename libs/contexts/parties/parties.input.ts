import type { Id } from '#kernel';
import { CommandInput, EnumField, FlagField, IdField, InstantField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import type { LeaderRole, OrgKind } from './organisation.events.js';
import type { Level } from './territory.events.js';
import { LeaderRoleOfPost, OrganisationKind, TerritoryLevel } from './views/enums.js';

/** For clients that must know an id before they are answered, such as imports and offline devices. */
const CHOSEN = { en: 'Its id, where the client chooses it.', zh: '编号（由客户端指定时填写）。' };

@InputType()
export class AddTerritoryInput extends CommandInput {
  @IdField('territory', { ...CHOSEN, optional: true })
  id?: Id<'territory'>;
  @TextField(100, { en: 'Its name.', zh: '名称。' })
  name!: string;
  @EnumField(() => TerritoryLevel, { en: 'How wide it is.', zh: '层级。' })
  level!: Level;
  @TextField(40, { en: 'Its official code.', zh: '行政区划代码。', optional: true })
  code?: string;
  @IdField('territory', {
    en: 'The place it lies in; a root when left out.',
    zh: '上级地域；省略则为根。',
    optional: true,
  })
  parentId?: Id<'territory'>;
  @InstantField({ en: 'Since when it has been so.', zh: '生效时间。' })
  validFrom!: string;
}

@InputType()
export class CreateOrganisationInput extends CommandInput {
  @IdField('organisation', { ...CHOSEN, optional: true })
  id?: Id<'organisation'>;
  @TextField(200, { en: 'Its name.', zh: '名称。' })
  name!: string;
  @EnumField(() => OrganisationKind, { en: 'What kind of body it is.', zh: '类别。' })
  orgKind!: OrgKind;
  @IdField('territory', { en: 'Where it stands.', zh: '所在地域。' })
  territoryId!: Id<'territory'>;
  @TextField(100, { en: 'The line of work it regulates (条).', zh: '条线。', optional: true })
  line?: string;
  @IdField('organisation', { en: 'The body above it.', zh: '上级机构。', optional: true })
  parentId?: Id<'organisation'>;
  @FlagField({ en: 'Set up for a time only.', zh: '是否临时机构。' })
  temporary!: boolean;
}

@InputType()
export class RenameOrganisationInput extends CommandInput {
  @IdField('organisation', { en: 'Which body.', zh: '机构编号。' })
  id!: Id<'organisation'>;
  @TextField(200, { en: 'Its new name.', zh: '新名称。' })
  name!: string;
}

@InputType()
export class EstablishPostInput extends CommandInput {
  @IdField('organisation', { en: 'The body that the post belongs to.', zh: '所属机构。' })
  id!: Id<'organisation'>;
  @IdField('post', { ...CHOSEN, optional: true })
  postId?: Id<'post'>;
  @TextField(100, { en: 'What the post is called.', zh: '职务名称。' })
  title!: string;
  @EnumField(() => LeaderRoleOfPost, { en: 'Which leader it is, if any.', zh: '领导岗位类别。', optional: true })
  leaderRole?: LeaderRole;
}

@InputType()
export class RegisterPersonInput extends CommandInput {
  @IdField('person', { ...CHOSEN, optional: true })
  id?: Id<'person'>;
  @TextField(100, { en: 'The name; it is encrypted before it is kept.', zh: '姓名（加密保存）。' })
  name!: string;
}

@InputType()
export class HoldPostInput extends CommandInput {
  @IdField('person', { en: 'Who.', zh: '人员编号。' })
  id!: Id<'person'>;
  @IdField('post', { en: 'Which post.', zh: '岗位编号。' })
  postId!: Id<'post'>;
  @IdField('organisation', { en: 'The body that the post belongs to.', zh: '所属机构。' })
  orgId!: Id<'organisation'>;
  @InstantField({ en: 'From this instant on.', zh: '任职时间。' })
  from!: string;
}

@InputType()
export class LeavePostInput extends CommandInput {
  @IdField('person', { en: 'Who.', zh: '人员编号。' })
  id!: Id<'person'>;
  @IdField('post', { en: 'Which post.', zh: '岗位编号。' })
  postId!: Id<'post'>;
  @InstantField({ en: 'Until just before this instant.', zh: '离任时间。' })
  to!: string;
}
