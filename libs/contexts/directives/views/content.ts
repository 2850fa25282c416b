import { bilingual, type Id } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Adaptation, Content, Due, Upstream } from '../content.js';
import { AdaptationKind, DueRule, LinkKind } from './enums.js';

@ObjectType({ description: bilingual({ en: 'What a clause says about time.', zh: '条款时限。' }) })
export class ClauseDue {
  @Field(() => DueRule, { description: bilingual({ en: 'Which rule.', zh: '规则。' }) })
  rule!: Due['rule'];
  @Field(() => String, { nullable: true, description: bilingual({ en: 'The limit in words.', zh: '文字表述。' }) })
  text?: string | undefined;
  @Field(() => DateTime, { nullable: true, description: bilingual({ en: 'The due instant.', zh: '限定时刻。' }) })
  at?: string | undefined;
}

@ObjectType({ description: bilingual({ en: 'The smallest part that can be implemented.', zh: '条款。' }) })
export class Clause {
  @Field(() => String, { description: bilingual({ en: 'Its name in this directive.', zh: '标识。' }) })
  key!: string;
  @Field(() => String, { description: bilingual({ en: 'Its number as the text has it.', zh: '文中序号。' }) })
  number!: string;
  @Field(() => Int, { description: bilingual({ en: 'Its place among the clauses.', zh: '顺序。' }) })
  order!: number;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The key of the clause that it stands under.', zh: '上级条款标识。' }),
  })
  parent?: string | undefined;
  @Field(() => String, { description: bilingual({ en: 'What it asks for.', zh: '内容。' }) })
  text!: string;
  @Field(() => ClauseDue, { nullable: true, description: bilingual({ en: 'By when.', zh: '时限。' }) })
  due?: ClauseDue | undefined;
}

@ObjectType({ description: bilingual({ en: 'A directive that another one refers to.', zh: '所引部署。' }) })
export class UpstreamDirective {
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'When it is registered here.', zh: '已登记部署。' }),
  })
  directive?: Ref;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The words that cite it, when it is not.', zh: '引用文字（未登记时）。' }),
  })
  citation?: string;
  @Field(() => Boolean, {
    description: bilingual({ en: 'Whether nobody has verified that it exists as cited.', zh: '是否未核实。' }),
  })
  unverified!: boolean;
}

@ObjectType({ description: bilingual({ en: 'A tie to a directive that is not replaced.', zh: '关联部署。' }) })
export class DirectiveLink {
  @Field(() => LinkKind, { description: bilingual({ en: 'What kind of tie.', zh: '类型。' }) })
  link!: Content['links'][number]['link'];
  @Field(() => UpstreamDirective, { description: bilingual({ en: 'To which directive.', zh: '所关联的部署。' }) })
  to!: UpstreamDirective;
}

@ObjectType({ description: bilingual({ en: 'What became of a clause of a parent.', zh: '上级条款落实情况。' }) })
export class ClauseAdaptation {
  @Field(() => Ref, { description: bilingual({ en: 'The parent.', zh: '上级部署。' }) })
  directive!: Ref;
  @Field(() => String, { description: bilingual({ en: 'The key of its clause.', zh: '上级条款标识。' }) })
  clause!: string;
  @Field(() => AdaptationKind, { description: bilingual({ en: 'What became of it.', zh: '落实方式。' }) })
  how!: Adaptation['how'];
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The own clause that carries it.', zh: '本级条款标识。' }),
  })
  by?: string | undefined;
  @Field(() => String, { nullable: true, description: bilingual({ en: 'Why it does not apply.', zh: '理由。' }) })
  reason?: string | undefined;
}

@ObjectType({ description: bilingual({ en: 'Declared and captured clauses differ.', zh: '条款数量不符。' }) })
export class ClauseCountWarning {
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'Under which clause; the whole text when null.', zh: '所在条款；空为全文。' }),
  })
  under?: string;
  @Field(() => Int, { description: bilingual({ en: 'How many the text says there are.', zh: '文中所称数量。' }) })
  declared!: number;
  @Field(() => Int, { description: bilingual({ en: 'How many were captured.', zh: '已录入数量。' }) })
  captured!: number;
}

export const upstreamShown = (to: Upstream): UpstreamDirective =>
  'directiveId' in to
    ? { directive: ref(to.directiveId), unverified: false }
    : { citation: to.citation, unverified: true };

export const adaptationShown = ({ directiveId, ...entry }: Adaptation): ClauseAdaptation => ({
  directive: ref(directiveId),
  ...entry,
});

export const meetingShown = (meetingId: Id<'meeting'> | undefined): { meeting?: Ref } =>
  meetingId ? { meeting: ref(meetingId) } : {};
