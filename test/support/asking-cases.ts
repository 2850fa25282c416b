import { idOf, type Role } from '#kernel';
import { expect, it } from '@jest/globals';
import type { RunningApi } from './running-api.js';

type As = Exclude<Role, 'system'>;

const LISTED = 'totalCount';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const [EN, ZH] = [/^[\x20-\x7e]+$/, /\p{sc=Han}/u];

/** Queries by the rule that stands beside them, and what they answer to somebody to whom nothing is shown. */
const WITHIN_REACH = [
  ...['findings', 'persons', 'directives', 'receipts', 'meetings', 'lateEntries', 'noticeImports'],
  ...['requests', 'responsibilityMatrix', 'gaps'],
];
const DIRECTORIES = ['territories', 'organisations', 'grants'];

interface GrantsRead {
  readonly me: { readonly person: { readonly id: string }; readonly post: { readonly id: string } | null };
  readonly grants: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly grantee: { readonly id: string }; readonly reason: string | null };
    }[];
  };
}

/** SD7: each rule that stands beside a query, over HTTP, in a server that has lived through the demo's story. */
export const whoMayAsk = (running: () => RunningApi): void => {
  const asked = (lists: readonly string[]) => `{ ${lists.map((list) => `${list} { ${LISTED} }`).join(' ')} }`;
  const countsOf = async (as: As, lists: readonly string[]) => {
    const { data, errors } = await running().ask(as, asked(lists));
    expect(errors).toEqual([]);
    return lists.map((list) => (data?.[list] as { totalCount: number }).totalCount);
  };
  const refusals = async (as: As | undefined, query: string) => {
    const [english, chinese] = [await running().ask(as, query), await running().ask(as, query, {}, 'zh-CN')];
    expect([english, chinese].map(({ errors }) => errors.length)).toEqual([1, 1]);
    expect(english.errors[0]?.message).toMatch(EN);
    expect(chinese.errors[0]?.message).toMatch(ZH);
    expect(chinese.errors[0]?.extensions).toEqual(english.errors[0]?.extensions);
    return { status: english.status, code: english.errors[0]?.extensions['code'] };
  };

  it('is nobody without signing in, in both languages', async () => {
    for (const query of ['{ head }', '{ me { person { id } } }', asked(DIRECTORIES), asked(WITHIN_REACH)])
      expect(await refusals(undefined, query)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('is everybody signed in where it is about themselves, or about the log as a whole', async () => {
    for (const as of ['public', 'admin', 'unit'] as const) {
      const { data } = await running().ask(as, '{ head me { person { id } } }');
      expect(data).toEqual({ head: expect.stringMatching(/^\d+$/), me: { person: { id: expect.anything() } } });
    }
  });

  it('is whoever has a role in directories, the public apart, for whom there is nothing', async () => {
    for (const as of ['unit', 'admin', 'inspector', 'auditor'] as const)
      for (const count of await countsOf(as, DIRECTORIES)) expect(count).toBeGreaterThan(0);
    expect(await countsOf('public', DIRECTORIES)).toEqual(DIRECTORIES.map(() => 0));
  });

  it('is whoever is signed in of what lies within reach; what does not is like what is not there', async () => {
    expect(await countsOf('public', WITHIN_REACH)).toEqual(WITHIN_REACH.map(() => 0));
    const [all, units] = [await countsOf('discipline', WITHIN_REACH), await countsOf('unit', WITHIN_REACH)];
    expect(all.filter((count) => count > 0).length).toBeGreaterThan(6);
    expect(units[0]).toBeLessThan(Number(all[0]));
    expect(
      await countsOf(
        'admin',
        WITHIN_REACH.filter((list) => list !== 'persons'),
      ),
    ).toEqual(Array(WITHIN_REACH.length - 1).fill(0));
  });

  it('is those alone whose roles are named, where roles are: who can sign in', async () => {
    for (const as of ['unit', 'unit-head', 'inspector', 'lead', 'supervision', 'hq', 'commander', 'public'] as const)
      expect(await refusals(as, asked(['accounts']))).toEqual({ status: 200, code: 'ROLE_MAY_NOT' });
    expect((await countsOf('admin', ['accounts']))[0]).toBeGreaterThan(0);
    // An auditor may ask, and is shown what lies within reach: accounts are nobody's but the administrators'.
    expect(await countsOf('auditor', ['accounts'])).toEqual([0]);
  });

  it('is whoever sent a file in, of that file: for all others there is none', async () => {
    const query = `{ evidence(id: "${idOf('evidence', NOBODY)}") { sha256 } }`;
    for (const as of ['auditor', 'admin', 'unit'] as const)
      expect(await running().ask(as, query)).toMatchObject({ data: { evidence: null }, errors: [] });
  });

  it('SD5: is not everybody who sees a grant, where it is asked why: nobody else finds a reason, in histories neither', async () => {
    const list =
      '{ me { person { id } post { id } } grants(first: 100) { edges { node { id grantee { id } proposedBy { id } reason } } } }';
    const read = async (as: As) => {
      const { data, errors } = await running().ask(as, list);
      expect(errors).toEqual([]);
      return data as unknown as GrantsRead;
    };
    const reasonIn = async (as: As, id: string) => {
      const query = `{ timeline(id: "${id}", first: 100) { edges { node { reason data } } } eventRecord(id: "${id}") { edges { node { data } } } }`;
      return JSON.stringify((await running().ask(as, query)).data);
    };
    for (const as of ['admin', 'discipline', 'unit', 'hq', 'inspector'] as const) {
      const { me, grants } = await read(as);
      const own = [me.person.id, me.post?.id];
      const told = grants.edges.map(({ node }) => node).filter(({ reason }) => reason !== null);
      if (as === 'admin') expect(told.length).toBe(grants.edges.length);
      else if (as !== 'discipline') expect(told.filter(({ grantee }) => !own.includes(grantee.id))).toEqual([]);
      for (const { id, grantee } of grants.edges.map(({ node }) => node).slice(0, 3)) {
        const isTold = as === 'admin' || own.includes(grantee.id);
        if (as !== 'discipline') expect((await reasonIn(as, id)).includes('"reason":"')).toBe(isTold);
      }
    }
  });
};
