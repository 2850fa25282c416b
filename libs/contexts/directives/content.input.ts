import type { Id } from '#kernel';
import { CommandInput, EnumField, IdField, InstantField, IntField, PartField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import type { Adaptation, Content, Due } from './content.js';
import { AdaptationKind, DueRule, InstrumentKind, LinkKind, Urgency } from './views/enums.js';

const KEY = /^[\p{L}\p{N}._-]+$/u;

@InputType()
export class StatedDayInput {
  @IntField(1900, 2200, {
    en: 'The year; left out when the text does not state it.',
    zh: '年；文中未说明则不填。',
    optional: true,
  })
  year?: number;
  @IntField(1, 12, { en: 'The month.', zh: '月。' })
  month!: number;
  @IntField(1, 31, { en: 'The day.', zh: '日。' })
  day!: number;
}

/** A year that was left out is one that the text does not state. */
export const stated = ({ year = null, month, day }: { year?: number | null; month: number; day: number }) => ({
  year,
  month,
  day,
});

@InputType()
export class ClauseDueInput {
  @EnumField(() => DueRule, { en: 'Which rule.', zh: '规则。' })
  rule!: Due['rule'];
  @TextField(200, { en: 'The limit in words.', zh: '文字表述。', optional: true })
  text?: string;
  @InstantField({ en: 'The due instant.', zh: '限定时刻。', optional: true })
  at?: string;
}

@InputType()
export class ClauseInput {
  @TextField(20, {
    en: 'Its name in this directive; its place when left out.',
    zh: '标识；省略则为顺序号。',
    pattern: KEY,
    optional: true,
  })
  key?: string;
  @TextField(20, { en: 'Its number as the text has it.', zh: '文中序号。', optional: true })
  number?: string;
  @TextField(20, {
    en: 'The key of the clause that it stands under.',
    zh: '上级条款标识。',
    pattern: KEY,
    optional: true,
  })
  parent?: string;
  @TextField(5000, { en: 'What it asks for.', zh: '内容。' })
  text!: string;
  @PartField(() => ClauseDueInput, { en: 'By when.', zh: '时限。', optional: true })
  due?: ClauseDueInput;
}

@InputType()
export class DeclaredClausesInput {
  @TextField(20, {
    en: 'Under which clause; the whole text when left out.',
    zh: '所在条款；省略为全文。',
    pattern: KEY,
    optional: true,
  })
  under?: string;
  @IntField(1, 1000, { en: 'How many the text says there are.', zh: '文中所称数量。' })
  count!: number;
}

@InputType()
export class UpstreamInput {
  @IdField('directive', { en: 'A directive that is registered here.', zh: '已登记部署。', optional: true })
  directiveId?: Id<'directive'>;
  @TextField(500, {
    en: 'Words that cite one that is not: it counts as unverified.',
    zh: '引用文字（视为未核实）。',
    optional: true,
  })
  citation?: string;
}

@InputType()
export class DirectiveLinkInput extends UpstreamInput {
  @EnumField(() => LinkKind, { en: 'What kind of tie.', zh: '类型。' })
  link!: Content['links'][number]['link'];
}

@InputType()
export class AdaptationInput {
  @IdField('directive', { en: 'The parent.', zh: '上级部署。' })
  directiveId!: Id<'directive'>;
  @TextField(20, { en: 'The key of its clause.', zh: '上级条款标识。', pattern: KEY })
  clause!: string;
  @EnumField(() => AdaptationKind, { en: 'What becomes of it.', zh: '落实方式。' })
  how!: Adaptation['how'];
  @TextField(20, {
    en: 'The key of the own clause that carries it.',
    zh: '本级条款标识。',
    pattern: KEY,
    optional: true,
  })
  by?: string;
  @TextField(500, { en: 'Why it does not apply.', zh: '理由。', optional: true })
  reason?: string;
}

@InputType({ isAbstract: true })
export abstract class DraftInput extends CommandInput {
  @EnumField(() => InstrumentKind, { en: 'How the order is given.', zh: '文种。' })
  instrument!: Content['instrument'];
  @EnumField(() => Urgency, { en: 'How urgent it is.', zh: '紧急程度。' })
  urgency!: Content['urgency'];
  @TextField(300, { en: 'Its title.', zh: '标题。' })
  title!: string;
  @TextField(60_000, { en: 'Its whole text.', zh: '全文。' })
  text!: string;
  @PartField(() => ClauseInput, { en: 'Its clauses in order.', zh: '条款（按顺序）。', list: 300 })
  clauses!: ClauseInput[];
  @PartField(() => DeclaredClausesInput, {
    en: 'How many clauses the text says there are.',
    zh: '文中所称条款数。',
    list: 50,
    optional: true,
  })
  declared?: DeclaredClausesInput[];
  @PartField(() => UpstreamInput, { en: 'What it implements.', zh: '依据。', list: 50, optional: true })
  bases?: UpstreamInput[];
  @PartField(() => DirectiveLinkInput, {
    en: 'What it reinforces or continues.',
    zh: '关联部署。',
    list: 50,
    optional: true,
  })
  links?: DirectiveLinkInput[];
  @PartField(() => AdaptationInput, {
    en: 'What becomes of the clauses of its parents.',
    zh: '上级条款对应表。',
    list: 1000,
    optional: true,
  })
  clauseMap?: AdaptationInput[];
  @IdField('meeting', { en: 'The meeting that it comes from.', zh: '来源会议。', optional: true })
  meetingId?: Id<'meeting'>;
}
