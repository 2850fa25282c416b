import { foldedRows, type Id } from '#kernel';
import { aHappening } from '#kernel/testing';
import { BadCursor, type Looking, type Views } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import type { Adaptation } from '../content/content.schema.js';
import { aDirective, anAmendment, anIssue, aRequest } from '../directive/directive.examples.js';
import type { DirectiveCard } from '../directive/views/directive.row.js';
import { directiveCard } from '../directive/views/directive-card.view.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_Y, the } from '../directives.examples.js';
import { pageOfDifferences, textsChanged } from './differences.loader.js';

type Told = Parameters<typeof foldedRows<DirectiveCard>>[1];

const [parent, child, other] = [the('directive', 1), the('directive', 2), the('directive', 3)];
const relay = the('directive', 4);
const entry = (clause: string, how: Adaptation['how'], by?: string): Adaptation => ({
  ...{ directiveId: parent, clause, how },
  ...(by !== undefined && { by }),
});
const [first, second] = aContent().clauses;
const due = { rule: 'by' as const, at: '2022-03-18T10:00:00.000Z' };
const own = [
  { key: 'a', number: '', order: 1, text: '要压实属地、部门、单位、个人四方责任', due },
  { key: 'b', number: '', order: 2, text: '要逐户登记', due },
];
const written = aDirective({
  ...{ issuer: HQ_Y, bases: [{ directiveId: parent }], clauses: own },
  clauseMap: [entry('1', 'adopted', 'a'), { ...entry('2', 'exempted'), reason: '本地没有口岸' }],
});
/** The same once it is mapped on the amended text. */
const rewritten = anAmendment({
  clauses: [...own, { key: 'c', number: '', order: 3, text: '要落实夜间值守,每两小时一次', due }],
  clauseMap: [entry('1', 'adopted', 'a'), entry('2', 'stricter', 'c')],
});

/** The amended text of the parent as it is, which a relay carries on. */
const passedOn = aDirective({
  ...{ issuer: HQ_Y, bases: [{ directiveId: parent }], clauses: anAmendment({ textVersion: 3 }).data.clauses },
  clauseMap: anAmendment().data.clauses.map(({ key }) => entry(key, 'adopted', key)),
});

/** The parent is issued, the child drafted and issued on it, the parent amended, the child amended. */
const HISTORY: readonly (readonly [Id, Told])[] = [
  [parent, aDirective()],
  [parent, { type: 'DraftEdited', data: aContent() }],
  [parent, anIssue(CITY_Y)],
  [child, written],
  [child, aRequest()],
  [child, anIssue(COUNTY_K1)],
  [parent, anAmendment({ textVersion: 3 })],
  [child, rewritten],
  [other, aDirective()],
  [relay, passedOn],
];
const then = (index: number): string => aHappening(parent, index).recordedAt;

/** The card of a directive as it stood at an instant. */
const cardAt = (id: string, instant: string): DirectiveCard | undefined => {
  const rows = new Map<string, DirectiveCard>();
  for (const [index, [stream, event]] of HISTORY.entries()) {
    const at = aHappening(stream, index);
    if (stream !== id || at.recordedAt > instant) continue;
    for (const { key, row } of foldedRows(directiveCard, event, at, (one) => rows.get(one)))
      if (row) rows.set(key, row);
  }
  return rows.get(id);
};

interface Sight {
  readonly hidden?: readonly Id[];
  readonly since?: string;
}

/** The views of somebody who may not see some directives, or not before an instant; they tell what was read of them. */
const viewsOf = ({ hidden = [], since = '' }: Sight, asked: string[] = []) => {
  const get = (id: string, { asOf }: Looking) => {
    const instant = asOf && 'recordedAt' in asOf ? asOf.recordedAt : '9';
    return hidden.some((one) => one === id) || instant < since ? undefined : cardAt(id, instant);
  };
  return {
    get: (_: object, id: string, looking: Looking) => {
      asked.push(id);
      return Promise.resolve(get(id, looking));
    },
    many: (_: object, ids: readonly string[], looking: Looking) => {
      asked.push(ids.join(' '));
      return Promise.resolve(new Map(ids.flatMap((id) => [[id, get(id, looking)] as const]).filter(([, row]) => row)));
    },
  } as unknown as Pick<Views, 'get' | 'many'>;
};
const actor = { actorId: aClerk.actorId, orgId: HQ_Y.orgId, grants: [] };
const lookingAt = (index: number): Looking => ({ actor, asOf: { recordedAt: then(index) } });

const reading = (sight: Sight = {}) => {
  const views = viewsOf(sight);
  return async (index = HISTORY.length, paging: { first: number; after?: string } = { first: 20 }, id = child) => {
    const between = { directiveId: id, parentId: parent };
    const { page, total } = await pageOfDifferences(views, between, paging, lookingAt(index));
    return { ...page, total, nodes: page.edges.map(({ node }) => node) };
  };
};
const read = reading();

describe('D1, D3: how a directive says what its parent said', () => {
  it('shows what is the same, left out and added, with what the clause map says', async () => {
    const { nodes, total } = await read(5);
    expect(total).toBe(3);
    expect(nodes).toMatchObject([
      { kind: 'same', how: 'adopted', theirs: { text: first?.text, due: first?.due }, own: { due }, dueChanged: true },
      { kind: 'leftOut', how: 'exempted', request: 'requested', runs: [{ kind: 'removed', text: second?.text }] },
      { kind: 'added', own: { key: 'b' }, runs: [{ kind: 'added', text: '要逐户登记' }] },
    ]);
    expect(nodes[0]).toMatchObject({ textVersion: 1, parentVersion: 2, runs: [{ kind: 'same' }] });
    expect(nodes[1]).not.toHaveProperty('own');
    expect(nodes[2]).not.toHaveProperty('dueChanged');
  });

  it('compares with the text on which it was written, not with a later one', async () => {
    const { nodes } = await read(6);
    expect(nodes).toMatchObject([{ parentVersion: 2 }, { theirs: { text: second?.text } }, {}]);
  });

  it('compares with the amended text once it was mapped on that, and marks what is said otherwise', async () => {
    const { nodes } = await read();
    expect(nodes[1]).toMatchObject({
      ...{ kind: 'changed', how: 'stricter', textVersion: 2, parentVersion: 3, dueChanged: true },
      runs: [
        { kind: 'same', text: '要落实夜间值守' },
        { kind: 'added', text: ',每两小时一次' },
      ],
    });
  });

  it('is as empty as of nothing where one of the two is not to be seen, then or now, or is no parent', async () => {
    const nothing = await read(8, { first: 20 }, the('directive', 9));
    expect(nothing).toEqual({ edges: [], hasNextPage: false, total: 0, nodes: [] });
    expect(await reading({ hidden: [parent] })()).toEqual(nothing);
    expect(await reading({ hidden: [child] })()).toEqual(nothing);
    expect(await read(8, { first: 20 }, other)).toEqual(nothing);
    // The former text is read as it stood, with the sight of then.
    expect(await reading({ since: then(6) })(6)).toEqual(nothing);
    expect((await reading({ since: then(2) })(6)).total).toBe(3);
  });

  it('comes in pages', async () => {
    const { edges, hasNextPage } = await read(8, { first: 2 });
    expect(hasNextPage).toBe(true);
    const rest = await read(8, { first: 2, after: edges[1]?.cursor ?? '' });
    expect(rest).toMatchObject({ hasNextPage: false, nodes: [{ kind: 'added' }] });
    await expect(read(8, { first: 2, after: 'elsewhere' })).rejects.toThrow(BadCursor);
  });
});

describe('D1, D3: whether directives say otherwise than their parents', () => {
  const pairs = [child, relay, other].map((directiveId) => ({ directiveId, parentId: parent }));

  it('is told of many by one reading of their cards', async () => {
    const asked: string[] = [];
    expect(await textsChanged(viewsOf({}, asked), pairs, lookingAt(HISTORY.length))).toEqual([true, false, undefined]);
    expect(asked).toEqual([[child, parent, relay, other].join(' ')]);
    expect(await textsChanged(viewsOf({}, asked), [], lookingAt(0))).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('is not told of what is not to be seen', async () => {
    const told = (hidden: Id) =>
      textsChanged(viewsOf({ hidden: [hidden] }), pairs.slice(0, 2), lookingAt(HISTORY.length));
    expect([await told(child), await told(parent)]).toEqual([
      [undefined, false],
      [undefined, undefined],
    ]);
  });
});
