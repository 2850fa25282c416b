import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAST } from '#platform/identity';
import { describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../cast.js';
import { filesIn, filled, nameOf } from '../fill.js';
import { commandIdOf, type Fields } from '../step.js';
import { story } from './index.js';

const golden: unknown = JSON.parse(readFileSync(join(__dirname, 'story.golden.json'), 'utf8'));
const steps = story();

describe('the story of the demo', () => {
  it('has as many steps of each kind as its golden file says', () => {
    const kinds = steps.map(({ mutation }) => mutation).sort();
    const counted = Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]));
    expect({ steps: steps.length, ...counted }).toEqual(golden);
  });

  it('names each step once, so that each is a command of its own', () => {
    expect(new Set(steps.map(commandIdOf)).size).toBe(steps.length);
  });

  it('refers only to what an earlier step made', () => {
    const ids = new Map<string, string>();
    for (const { name, input } of steps) {
      for (const file of filesIn(input)) ids.set(nameOf(file), nameOf(file));
      expect(() => filled(input, ids, 'zh')).not.toThrow();
      ids.set(name, name);
    }
  });

  it('is told by the development cast, by those it registers itself, and by who was there first', () => {
    expect(Object.values(PEOPLE)).toEqual(expect.arrayContaining([...CAST]));
    const registered = steps.filter(({ mutation }) => mutation === 'registerPerson').map(({ input }) => input['id']);
    const others = steps.map(({ as }) => as.id).filter((id) => !registered.includes(id));
    expect(new Set(others)).toEqual(new Set([PEOPLE.installer.id]));
  });

  it('is over before anybody could load it', () => {
    expect(steps.filter(({ at }) => at >= '2025-05-01')).toEqual([]);
  });
});

/** Every text that a step says, and what its files say. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const IN_BOTH = /[a-z]{2,}[^\n]* \p{Script=Han}|\p{Script=Han}[^\n]* [a-z]{2,}/iu;

describe.each(['zh', 'en'] as const)('told in one language: %s', (language) => {
  const everyId = new Map(
    steps.flatMap(({ name, input }) => [name, ...filesIn(input).map(nameOf)]).map((one) => [one, '']),
  );
  // Notices are real texts, kept as they came.
  const own = steps.filter(({ mutation }) => mutation !== 'importNotice');
  const texts = own.flatMap(({ input }) => [
    ...textsIn(filled(input, everyId, language)),
    ...filesIn(input).map(({ file }) => file[language]),
  ]);

  it('says nothing in both at once', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => IN_BOTH.test(text))).toEqual([]);
    expect(['Waiting hall 候车厅', '候车厅 Waiting hall'].filter((text) => !IN_BOTH.test(text))).toEqual([]);
  });
});

describe('who signs in', () => {
  const said = (mutation: string) => steps.filter((one) => one.mutation === mutation);

  it('has an account, and the role of their place in the cast: two of them from the first administrator, who keeps none', () => {
    const { installer, admin, secondAdmin, ...others } = PEOPLE;
    const people = [admin, secondAdmin, ...Object.values(others)].map(({ id }) => id);
    expect(said('addAccount').map(({ input }) => input['personId'])).toEqual(expect.arrayContaining(people));
    expect(said('addAccount')).toHaveLength(people.length);
    expect(said('handOverAdministration').map(({ as, input }) => [as.id, input['firstId'], input['secondId']])).toEqual(
      [[installer.id, admin.id, secondAdmin.id]],
    );
    const plain = (role: unknown) => (role as string).toLowerCase().replace('-', '').replace('publicreader', 'public');
    const byPost = new Map<unknown, string>(Object.values(others).map(({ id, post }) => [post.id, id]));
    const whom = (input: Fields) => (input['personId'] as string | undefined) ?? byPost.get(input['postId']) ?? '';
    const granted = said('grantRole').map(({ input }) => `${whom(input)} ${plain(input['role'])}`);
    expect(granted.sort()).toEqual(
      Object.values(others)
        .map(({ id, as }) => `${id} ${plain(as)}`)
        .sort(),
    );
    expect(people).not.toContain(installer.id);
  });

  it('SD4: was approved by somebody else than proposed it and than it is for', () => {
    const approvals = said('approveGrant').map(({ as, input }) => {
      const proposal = steps.find(({ name }) => name === (input['id'] as { madeBy: string }).madeBy);
      return [as.id, proposal?.as.id, proposal?.input['personId']];
    });
    expect(approvals.map((three) => new Set(three).size)).toEqual(approvals.map(() => 3));
    expect(approvals.length).toBeGreaterThan(10);
  });
});

describe('deploying from a real text', () => {
  it('answers for every clause of the parent: 15 adopted, 2 made stricter, 4 not applicable', () => {
    const map = steps.find(({ mutation }) => mutation === 'deployFrom')?.input['clauseMap'];
    const ways = JSON.stringify(map).match(/adopted|stricter|exempted/g) ?? [];
    const count = (how: string) => ways.filter((way) => way === how).length;
    expect([count('adopted'), count('stricter'), count('exempted')]).toEqual([15, 2, 4]);
  });
});
