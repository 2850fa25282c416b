import {
  flag,
  int,
  optional,
  part,
  partOf,
  pointer,
  ref,
  sealed,
  text,
  word,
  type Id,
  type PartData,
  type Ref,
} from '#kernel';
import { duePart } from '../content.fields.js';
import type { Adaptation, Content, Upstream } from '../content.schema.js';
import { ADAPTATIONS, asksFor, LINKS, REQUESTS } from '../tie.words.js';
import { countWarnings } from '../warnings.js';

export const clauseRow = partOf(
  'Clause',
  {
    key: text(20, 'Its name in this directive.', '标识。'),
    number: text(20, 'Its number as the text has it.', '文中序号。'),
    order: int([1, 300], 'Its place among the clauses.', '顺序。'),
    parent: optional(text(20, 'The key of the clause that it stands under.', '上级条款标识。')),
    text: text(5000, 'What it asks for.', '内容。'),
    heading: flag('Whether it only heads what stands below it.', '是否仅为标题。'),
    due: optional(part(duePart, 'By when.', '时限。')),
  },
  { en: 'The smallest part that can be implemented.', zh: '条款。' },
);

export const upstreamRow = partOf(
  'UpstreamDirective',
  {
    directive: optional(pointer('When it is registered here.', '已登记部署。')),
    citation: optional(text(500, 'The words that cite it, when it is not.', '引用文字（未登记时）。')),
    unverified: flag('Whether nobody has verified that it exists as cited.', '是否未核实。'),
  },
  { en: 'A directive that another one refers to.', zh: '所引部署。' },
);

export const linkRow = partOf(
  'DirectiveLink',
  {
    link: word(LINKS, 'What kind of tie.', '类型。'),
    to: part(upstreamRow, 'To which directive.', '所关联的部署。'),
  },
  { en: 'A tie to a directive that is not replaced.', zh: '关联部署。' },
);

export const adaptationRow = partOf(
  'ClauseAdaptation',
  {
    directive: pointer('The parent.', '上级部署。'),
    clause: text(20, 'The key of its clause.', '上级条款标识。'),
    how: word(ADAPTATIONS, 'What became of it.', '落实方式。'),
    by: optional(text(20, 'The own clause that carries it.', '本级条款标识。')),
    reason: optional(text(500, 'Why it does not apply, or is due later.', '理由。')),
    request: optional(
      word(REQUESTS, 'What became of what is asked for; null when nothing is.', '申请状态；无申请时为空。'),
    ),
    ruling: optional(sealed(text(1000, 'Why it was ruled so.', '批复理由。'))),
  },
  { en: 'What became of a clause of a parent.', zh: '上级条款落实情况。' },
);

export const warningRow = partOf(
  'ClauseCountWarning',
  {
    under: optional(text(20, 'Under which clause; the whole text when null.', '所在条款；空为全文。')),
    declared: int([1, 1000], 'How many the text says there are.', '文中所称数量。'),
    captured: int([0, 300], 'How many were captured.', '已录入数量。'),
  },
  { en: 'Declared and captured clauses differ.', zh: '条款数量不符。' },
);

/** The directive that another one refers to, as rows show it. */
export const upstreamShown = (to: Upstream): PartData<typeof upstreamRow> =>
  'directiveId' in to
    ? { directive: ref(to.directiveId), unverified: false }
    : { citation: to.citation, unverified: true };

/** What became of a clause of a parent, as rows show it. */
const adaptationShown = ({ directiveId, ...entry }: Adaptation): PartData<typeof adaptationRow> => ({
  directive: ref(directiveId),
  ...entry,
  ...(asksFor(entry.how) && { request: 'requested' as const }),
});

/** What a text says, as rows show it. */
export const textShown = ({
  text,
  clauses,
  declared,
  clauseMap,
}: Pick<Content, 'text' | 'clauses' | 'declared' | 'clauseMap'>) => ({
  text,
  clauses: clauses.map(({ heading = false, ...clause }) => ({ ...clause, heading })),
  clauseMap: clauseMap.map(adaptationShown),
  warnings: countWarnings({ declared, clauses }),
});

/** The meeting that a directive came from, as rows show it and are found by it. */
export const meetingShown = (meetingId: Id<'meeting'> | undefined): { meeting?: Ref; meetingId?: Id<'meeting'> } =>
  meetingId ? { meeting: ref(meetingId), meetingId } : {};
