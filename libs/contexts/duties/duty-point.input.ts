import type { Id } from '#kernel';
import { CommandInput, EnumField, IdField, InstantField, PartField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import type { Party } from './duty-point.events.js';
import { CapacityOfHolder, PartyOfDuty } from './views/enums.js';

const POINT = { en: 'Which duty point.', zh: '责任点编号。' };
const ASSIGNMENT = { en: 'Which assignment.', zh: '分工编号。' };

@InputType()
export class SourceClauseInput {
  @IdField('directive', { en: 'The directive.', zh: '指令编号。' })
  directiveId!: Id<'directive'>;
  @TextField(40, { en: 'The number of the clause.', zh: '条款号。' })
  clauseNumber!: string;
}

@InputType()
export class DefineDutyPointInput extends CommandInput {
  @IdField('dutyPoint', { en: 'Its id, where the client chooses it.', zh: '编号（客户端指定时）。', optional: true })
  id?: Id<'dutyPoint'>;
  @TextField(200, { en: 'What it is about.', zh: '事项。' })
  matter!: string;
  @TextField(200, { en: 'The step of the work.', zh: '环节。' })
  step!: string;
  @TextField(200, { en: 'The place; this or the type of place.', zh: '地点（与场所类型至少填一项）。', optional: true })
  place?: string;
  @TextField(60, { en: 'The type of place.', zh: '场所类型。', optional: true })
  placeType?: string;
  @IdField('territory', { en: 'The territory that it lies in.', zh: '属地。' })
  territoryId!: Id<'territory'>;
  @EnumField(() => PartyOfDuty, { en: 'The parties that must hold it.', zh: '须落实的责任方。', list: 4 })
  requiredParties!: Party[];
  @TextField(1000, { en: 'What good performance is.', zh: '履职标准。' })
  standard!: string;
  @IdField('dutyPoint', { en: 'The step before.', zh: '上一环节。', optional: true })
  previous?: Id<'dutyPoint'>;
  @IdField('dutyPoint', { en: 'The step after.', zh: '下一环节。', optional: true })
  next?: Id<'dutyPoint'>;
  @PartField(() => SourceClauseInput, { en: 'The clause that it comes from.', zh: '来源条款。', optional: true })
  clause?: SourceClauseInput;
}

@InputType()
export class HolderInput {
  @IdField('organisation', { en: 'The organisation.', zh: '机构。' })
  orgId!: Id<'organisation'>;
  @IdField('post', { en: 'The post; the individual party needs one.', zh: '岗位（个人责任必填）。', optional: true })
  postId?: Id<'post'>;
  @IdField('person', {
    en: 'The person; the individual party needs one.',
    zh: '人员（个人责任必填）。',
    optional: true,
  })
  personId?: Id<'person'>;
}

@InputType()
export class AssignPartyInput extends CommandInput {
  @IdField('dutyPoint', POINT)
  id!: Id<'dutyPoint'>;
  @IdField('assignment', { en: 'Its id, where the client chooses it.', zh: '编号（客户端指定时）。', optional: true })
  assignmentId?: Id<'assignment'>;
  @EnumField(() => PartyOfDuty, { en: 'For which party.', zh: '责任方。' })
  party!: Party;
  @EnumField(() => CapacityOfHolder, { en: 'As the lead, or assisting.', zh: '主办或协办。' })
  capacity!: 'lead' | 'assisting';
  @PartField(() => HolderInput, { en: 'Who is to hold it.', zh: '责任人。' })
  holder!: HolderInput;
  @InstantField({ en: 'Since when; now when left out.', zh: '起始时间，默认为发生时间。', optional: true })
  from?: string;
}

@InputType()
export class AcceptAssignmentInput extends CommandInput {
  @IdField('dutyPoint', POINT)
  id!: Id<'dutyPoint'>;
  @IdField('assignment', ASSIGNMENT)
  assignmentId!: Id<'assignment'>;
}

@InputType()
export class EndAssignmentInput extends CommandInput {
  @IdField('dutyPoint', POINT)
  id!: Id<'dutyPoint'>;
  @IdField('assignment', ASSIGNMENT)
  assignmentId!: Id<'assignment'>;
}

@InputType({ description: 'The reason is required. 须说明理由。' })
export class WaivePartyInput extends CommandInput {
  @IdField('dutyPoint', POINT)
  id!: Id<'dutyPoint'>;
  @EnumField(() => PartyOfDuty, { en: 'The party that is not needed here.', zh: '免设的责任方。' })
  party!: Party;
}
