import { coded, flag, id, instant, int, list, optional, part, partOf, text, word } from '#kernel';
import { DUE_RULES, INSTRUMENTS, URGENCIES } from './content.words.js';
import { ADAPTATIONS, LINKS } from './tie.words.js';

/** What a clause's key is made of. */
export const KEY = /^[\p{L}\p{N}._-]+$/u;
/** What names a clause in its directive. */
const key = (en: string, zh: string) => coded(20, KEY, en, zh);

export const duePart = partOf(
  'ClauseDue',
  {
    rule: word(DUE_RULES, 'Which rule.', '规则。'),
    text: optional(text(200, 'The limit in words.', '文字表述。')),
    at: optional(instant('The due instant.', '限定时刻。')),
  },
  { en: 'What a clause says about time.', zh: '条款时限。' },
);

const clausePart = partOf('Clause', {
  key: optional(key('Its name in this directive; its place when left out.', '标识；省略则为顺序号。')),
  number: optional(text(20, 'Its number as the text has it.', '文中序号。')),
  parent: optional(key('The key of the clause that it stands under.', '上级条款标识。')),
  text: text(5000, 'What it asks for.', '内容。'),
  heading: optional(
    flag(
      'Whether it only heads what stands below it: then it asks nothing, and nobody answers for it.',
      '是否仅为标题。',
    ),
  ),
  due: optional(part(duePart, 'By when.', '时限。')),
});

const declaredPart = partOf('DeclaredClauses', {
  under: optional(key('Under which clause; the whole text when left out.', '所在条款；省略为全文。')),
  count: int([1, 1000], 'How many the text says there are.', '文中所称数量。'),
});

const upstreamPart = partOf('Upstream', {
  directiveId: optional(id('directive', 'A directive that is registered here.', '已登记部署。')),
  citation: optional(
    text(500, 'Words that cite one that is not: it counts as unverified.', '引用文字（视为未核实）。'),
  ),
});

const linkPart = partOf('DirectiveLink', {
  ...upstreamPart.fields,
  link: word(LINKS, 'What kind of tie.', '类型。'),
});

export const adaptationPart = partOf('Adaptation', {
  directiveId: id('directive', 'The parent.', '上级部署。'),
  clause: key('The key of its clause.', '上级条款标识。'),
  how: word(ADAPTATIONS, 'What becomes of it.', '落实方式。'),
  by: optional(key('The key of the own clause that carries it.', '本级条款标识。')),
  reason: optional(text(500, 'Why it does not apply, or is due later.', '理由。')),
});

/** A directive's content as somebody asks for it. */
export const draftFields = {
  instrument: word(INSTRUMENTS, 'How the order is given.', '文种。'),
  urgency: word(URGENCIES, 'How urgent it is.', '紧急程度。'),
  number: optional(text(60, 'Its number, as the issuing body writes it (文号).', '文号。')),
  title: text(300, 'Its title.', '标题。'),
  text: text(60_000, 'Its whole text.', '全文。'),
  clauses: list(part(clausePart, 'Its clauses in order.', '条款（按顺序）。'), 300),
  declared: optional(list(part(declaredPart, 'How many clauses the text says there are.', '文中所称条款数。'), 50)),
  bases: optional(list(part(upstreamPart, 'What it implements.', '依据。'), 50)),
  links: optional(list(part(linkPart, 'What it reinforces or continues.', '关联部署。'), 50)),
  clauseMap: optional(
    list(part(adaptationPart, 'What becomes of the clauses of its parents.', '上级条款对应表。'), 1000),
  ),
  meetingId: optional(id('meeting', 'The meeting that it comes from.', '来源会议。')),
};
