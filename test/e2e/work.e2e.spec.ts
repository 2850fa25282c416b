import { CAST, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { AskedOfPostgres } from '../support/asked-of-postgres.js';
import { RunningApi } from '../support/running-api.js';

const QUERY = `query ($head: String) {
  findings(awaiting: me, waitFor: $head) { totalCount }
  receipts(awaiting: me, waitFor: $head) { totalCount }
  requests(awaiting: me, waitFor: $head) { totalCount }
  dutyPoints: responsibilityMatrix(awaiting: me, waitFor: $head) { totalCount }
  directives(awaiting: me, status: signOffPending, waitFor: $head) { totalCount }
  grants(awaiting: me, waitFor: $head) { totalCount }
  imports: noticeImports(awaiting: me, waitFor: $head) { totalCount }
  lateEntries(awaiting: me, waitFor: $head) { totalCount }
  me { work { findings receipts requests dutyPoints directives grants imports lateEntries } }
}`;

const POSSIBLE = `query ($head: String, $only: [String!], $asOf: String) {
  findings(first: 50, waitFor: $head, asOf: $asOf) {
    edges { node { id status viewerCan(only: $only) { command label allowed code reason } } }
  }
}`;

/** Commands that say nothing more than which finding: what they answer can be compared. */
const BARE = ['confirmFinding', 'acknowledgeRectification', 'approvePlan'];

interface Possible {
  readonly command: string;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reason: string | null;
}
interface Findings {
  readonly findings: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly viewerCan: readonly Possible[] } }[];
  };
}

interface Counts {
  readonly [list: string]: { readonly totalCount: number };
}

/** What awaits each member of the cast once the demo was told. */
describe('the work of me', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.load(story());
  }, 180_000);
  afterAll(() => api.stop());

  /** What waits for somebody else of the same body: each is theirs to confirm or approve who did not bring it about (SD4). */
  const bringAbout = async () => {
    const territoryId = CAST_TERRITORIES.county1.id;
    const me = async (as: 'hq' | 'lead') =>
      ((await api.ask(as, '{ me { person { id } } }')).data?.['me'] as { person: { id: string } }).person.id;
    const granted = { personId: await me('lead'), role: 'auditor', territoryId, from: '2030-01-01T00:00:00Z' };
    const done = [
      await api.tell('admin', 'grantRole', { ...granted, reason: 'Audits' }),
      await api.tell('hq', 'importNotice', { fileName: 'notice.txt', text: 'Q市指挥部通知' }),
      await api.tell('hq', 'registerLateEntry', {
        ...{ number: 'ZB-7', what: 'By telephone', reason: 'No network', takenBy: await me('hq') },
        happenedAt: new Date().toISOString(),
      }),
    ];
    expect(done.map(({ code }) => code)).toEqual([undefined, undefined, undefined]);
  };

  it('counts in each list what `awaiting: me` shows there, and SD4: not to who brought it about', async () => {
    await bringAbout();
    const head = (await api.ask('admin', '{ head }')).data?.['head'];
    const found: Record<string, number>[] = [];
    for (const { as } of CAST) {
      const { data, errors } = await api.ask(as, QUERY, { head });
      expect(errors).toEqual([]);
      const { me, ...lists } = data as unknown as Counts & { me: { work: Record<string, number> } };
      const counts = Object.fromEntries(Object.entries(lists).map(([name, { totalCount }]) => [name, totalCount]));
      expect(me.work).toMatchObject(counts);
      found.push(me.work);
    }
    // It would prove nothing if nothing awaited anybody.
    const all = (name: string) => found.reduce((sum, work) => sum + (work[name] ?? 0), 0);
    for (const list of ['findings', 'imports', 'lateEntries']) expect([list, all(list)]).not.toEqual([list, 0]);
    const of = (as: (typeof CAST)[number]['as']) => found[CAST.findIndex((one) => one.as === as)];
    expect([of('hq'), of('commander')]).toMatchObject([
      { imports: 0, lateEntries: 0 },
      { imports: 1, lateEntries: 1 },
    ]);
    expect(of('admin')).toMatchObject({ grants: 0 });
  });

  const possible = async (as: (typeof CAST)[number]['as'], variables: Record<string, unknown>, language = 'en') => {
    const { data, errors } = await api.ask(as, POSSIBLE, variables, language);
    expect(errors).toEqual([]);
    return (data as unknown as Findings).findings.edges.map(({ node }) => node);
  };

  it('T18: says on each finding what may be done; a "no" is what the mutation answers, in the same words', async () => {
    const head = (await api.ask('admin', '{ head }')).data?.['head'];
    const codes = new Set<string | null>();
    for (const { as } of CAST)
      for (const { id, viewerCan } of await possible(as, { head, only: BARE })) {
        expect(viewerCan.map(({ command }) => command)).toEqual(BARE);
        for (const { command, code, reason } of viewerCan.filter(({ allowed }) => !allowed)) {
          codes.add(code);
          const told = await api.tell(as, command, { id });
          expect({ as, id, command, told: told.code }).toEqual({ as, id, command, told: code });
          if (code !== 'NOT_FOUND') expect(told.message).toBe(reason);
        }
      }
    expect(codes).toEqual(new Set(['ROLE_MAY_NOT', 'NOT_AT_THIS_STAGE']));
  });

  it('says on me what may be begun, by role', async () => {
    const begin = 'query ($only: [String!]) { me { viewerCan(only: $only) { command allowed code } } }';
    const only = ['recordObservation', 'defineDutyPoint', 'addTerritory', 'confirmFinding'];
    const answer = async (as: (typeof CAST)[number]['as']) => (await api.ask(as, begin, { only })).data?.['me'];
    const no = { allowed: false, code: 'ROLE_MAY_NOT' };
    const yes = { allowed: true, code: null };
    expect(await answer('inspector')).toEqual({
      viewerCan: [
        { command: 'addTerritory', ...no },
        { command: 'defineDutyPoint', ...no },
        { command: 'recordObservation', ...yes },
      ],
    });
    expect(await answer('admin')).toMatchObject({ viewerCan: [{ command: 'addTerritory', ...yes }, no, no] });
  });

  it('speaks the language of the reader, and opens nothing of the past', async () => {
    const [now] = await possible('inspector', { only: ['approvePlan'] }, 'zh');
    expect(now?.viewerCan).toMatchObject([{ label: '批准整改方案。', reason: '您的角色无权执行此操作。' }]);
    const head = (await api.ask('admin', '{ head }')).data?.['head'];
    const then = await possible('inspector', { asOf: head });
    expect(then.length).toBeGreaterThan(0);
    for (const { viewerCan } of then)
      expect(viewerCan.every(({ allowed, code }) => !allowed && code === 'IN_THE_PAST')).toBe(true);
  });

  it('asks PostgreSQL as often for fifty findings as for one, with every command of each', async () => {
    const seen = { kind: 'inspection', class: 'inadequateControl', severity: 'minor', evidence: [] };
    const said = { ...seen, territoryId: CAST_TERRITORIES.county1.id, description: 'No thermometer' };
    for (let gate = 1; gate <= 50; gate++) {
      const told = await api.tell('inspector', 'recordObservation', { ...said, place: `Gate ${String(gate)}` });
      expect(told.code).toBeUndefined();
    }
    const head = (await api.ask('admin', '{ head }')).data?.['head'];
    const query = `query ($first: Int!, $head: String) {
      findings(first: $first, waitFor: $head) { edges { node { id viewerCan { command allowed code } } } }
    }`;
    const statements = new AskedOfPostgres();
    statements.start();
    const asked = async (first: number) => {
      const { data, errors } = await api.ask('lead', query, { first, head });
      expect(errors).toEqual([]);
      expect((data as unknown as Findings).findings.edges.length).toBe(first);
      return statements.take().length;
    };
    // Views follow the log: what is waited for is asked for once more by whoever asks first.
    await asked(1);
    const [one, fifty] = [await asked(1), await asked(50)];
    statements.stop();
    expect({ fifty }).toEqual({ fifty: one });
    expect(one).toBeLessThanOrEqual(6);
  });
});
