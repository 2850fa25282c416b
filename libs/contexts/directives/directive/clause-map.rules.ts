import { refused, type Refusal, type Text } from '#kernel';
import type { Adaptation, Clause, Content } from '../content/content.schema.js';
import { askingIn, basesIn, type ContentFacts } from '../content/content.rules.js';
import { asksFor } from '../content/tie.words.js';

export const CLAUSE_MAP_REFUSALS = {
  NOTHING_TO_DEPLOY: { en: 'It names no registered directive to deploy from.', zh: '未指明所依据的已登记部署。' },
  CLAUSE_NOT_MAPPED: {
    en: 'A clause of the parent is neither adopted nor made stricter nor exempted.',
    zh: '上级条款未逐条落实（照办、加严或不适用）。',
  },
  CLAUSE_MAPPED_TWICE: {
    en: 'A clause of the parent is both exempted and carried on.',
    zh: '同一上级条款对应关系矛盾。',
  },
  MAPPED_CLAUSE_NOT_FOUND: { en: 'The clause map names a clause that is not there.', zh: '对应表所指条款不存在。' },
  EXEMPTION_WITHOUT_REASON: {
    en: 'An exemption, or a later due time, is asked for with a reason.',
    zh: '申请不适用或延期须说明理由。',
  },
  DUE_LATER_THAN_PARENT: { en: 'It is due later than the parent allows.', zh: '时限晚于上级要求。' },
} as const satisfies Record<string, Text>;

export type ClauseMapRefusal = keyof typeof CLAUSE_MAP_REFUSALS;
type Fault = Refusal<ClauseMapRefusal> | undefined;

/**
 * The first fault of a directive's clause map, or undefined, however it came about. D3: every clause of every parent is adopted,
 * made stricter, or exempted with a reason. D2: what the parent wants by an instant is not due later here, unless that is asked for.
 */
export const mapFaultOf = (content: Content, { upstream }: Pick<ContentFacts, 'upstream'>): Fault => {
  const parents = basesIn(content);
  const clausesOf = (id: Adaptation['directiveId']) => {
    const parent = parents.includes(id) ? upstream.get(id) : undefined;
    return parent && askingIn(parent);
  };
  for (const [index, entry] of content.clauseMap.entries()) {
    const parent = clausesOf(entry.directiveId)?.find(({ key }) => key === entry.clause);
    const fault = faultyEntry(entry, parent, askingIn(content));
    if (fault) return refused(fault, 'clauseMap', String(index));
  }
  return uncovered(content, (id) => clausesOf(id) ?? []);
};

const faultyEntry = (
  { how, by, reason }: Adaptation,
  parent: Clause | undefined,
  own: readonly Clause[],
): ClauseMapRefusal | undefined => {
  if (!parent) return 'MAPPED_CLAUSE_NOT_FOUND';
  if (asksFor(how) && reason === undefined) return 'EXEMPTION_WITHOUT_REASON';
  if (how === 'exempted') return undefined;
  const carrier = own.find(({ key }) => key === by);
  if (!carrier) return 'MAPPED_CLAUSE_NOT_FOUND';
  return how !== 'later' && isLater(carrier.due, parent.due) ? 'DUE_LATER_THAN_PARENT' : undefined;
};

/** Words cannot be compared with an instant, so they do not keep it. A draft may still leave its own limit open. */
export const isLater = (own: Clause['due'], parents: Clause['due']): boolean =>
  own !== undefined && parents?.at !== undefined && (own.at === undefined || own.at > parents.at);

const uncovered = (content: Content, clausesOf: (id: Adaptation['directiveId']) => readonly Clause[]): Fault => {
  for (const id of basesIn(content)) {
    for (const { key } of clausesOf(id)) {
      const ways = content.clauseMap.filter((entry) => entry.directiveId === id && entry.clause === key);
      if (ways.length === 0) return refused('CLAUSE_NOT_MAPPED', 'clauseMap', id, key);
      const exempted = ways.filter(({ how }) => how === 'exempted').length;
      if (exempted > 0 && ways.length > 1) return refused('CLAUSE_MAPPED_TWICE', 'clauseMap', id, key);
    }
  }
  return undefined;
};
