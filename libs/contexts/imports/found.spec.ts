import { organisationStream } from '#contexts/parties';
import { idOf, type Occasion, type StateReader } from '#kernel';
import { readFile } from '#text';
import { describe, expect, it } from '@jest/globals';
import { documentName } from './document-name.js';
import { fit, found } from './found.js';
import { notice } from './import.decider.js';
import type { FoundDocument } from './import.state.js';

const [document] = readFile('关于排查的通知\n各县:\n要排查。要落实?任。\n2022年3月17日').map(found);
if (!document) throw new Error('a document was expected');
const [clause, question] = [document.clauses[0], document.questions[0]];
if (!clause || !question) throw new Error('a clause and a question were expected');
const [place] = document.damage;
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const having = (more: Partial<FoundDocument>): FoundDocument => ({ ...document, ...more });

describe('what an import can keep', () => {
  const span = { from: 0, to: 1 };
  it.each<[string, number, (count: number) => readonly FoundDocument[]]>([
    ['documents', 50, (count) => times(count, document)],
    ['clauses', 1000, (count) => [document, having({ clauses: times(count, clause) })]],
    ['questions', 1000, (count) => [document, having({ questions: times(count, question) })]],
    ['places of damage', 500, (count) => [document, having({ damage: times(count, { ...place, ...span } as never) })]],
    ['masks', 500, (count) => [document, having({ masks: times(count, span as never) })]],
    ['leaks', 500, (count) => [document, having({ leaks: times(count, span as never) })]],
    ['declared counts', 500, (count) => [document, having({ declared: times(count, span as never) })]],
  ])('is so many %s and none more: %d', (_, most, made) => {
    expect([fit(made(most)), fit(made(most + 1))]).toEqual([true, false]);
  });

  it('E: is a date where the notice has one, and no word of it where it has none', () => {
    expect(document.dated).toMatchObject({ year: 2022, month: 3, day: 17 });
    const [undated] = readFile('关于排查的通知\n各县:\n要排查。').map(found);
    expect(Object.keys(undated ?? {})).not.toContain('dated');
  });

  it('E: has the name of its file where it is the first, and its place beside that where it is not', () => {
    expect([0, 1, 2].map((n) => documentName('abc', n))).toEqual([['abc'], ['abc', '1'], ['abc', '2']]);
  });
});

describe('who takes a notice in', () => {
  const orgId = idOf('organisation', '00000000-0000-4000-8000-000000000001');
  const body = (is: 'active' | 'dissolved') => ({ is, territoryPath: 'a/' });
  const importer = (state: object, on: Partial<Occasion>) => {
    const read = { state: (of: unknown) => Promise.resolve(of === organisationStream ? state : undefined) };
    return notice.facts.ImportNotice(read as unknown as StateReader, {} as never, {} as never, on as Occasion);
  };
  const ownerFor = (facts: Awaited<ReturnType<typeof importer>>, state: object = { is: 'new' }) =>
    notice.owner(state as never, { type: 'ImportNotice', data: {}, facts } as never);

  it('is the body that they act for, while it is registered, and whose import it is then', async () => {
    const found = await importer(body('active'), { orgId });
    expect(found).toEqual({ orgId, territoryPath: 'a/' });
    expect(ownerFor(found)).toEqual({ territory: 'a/', orgs: [orgId] });
    const owner = { territory: 'b/', orgs: [] };
    expect(ownerFor(found, { is: 'imported', owner })).toBe(owner);
  });

  it('is nobody without a body, or whose body is no more', async () => {
    expect(await importer(body('active'), {})).toBeUndefined();
    expect(await importer(body('dissolved'), { orgId })).toBeUndefined();
    expect(ownerFor(undefined)).toEqual({ territory: '', orgs: [] });
  });
});
