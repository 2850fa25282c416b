import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { RunningApi } from '../support/running-api.js';
import { read } from '../support/source-files.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
const nodesOf = <Node>({ edges }: Connection<Node>): readonly Node[] => edges.map(({ node }) => node);

interface Gap {
  readonly kind: string;
  readonly party: string | null;
  readonly step: string;
  readonly between: readonly unknown[];
}
interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}
interface Notice {
  readonly provenance: { readonly original: { readonly sha256: string }; readonly damage: readonly unknown[] } | null;
}

describe('the demo jurisdiction, in a running server', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    const report = await api.load(story());
    expect(report).toMatchObject({ failed: [], held: 0, added: story().length });
  }, 120_000);
  afterAll(() => api.stop());

  it('stays as it is when it is loaded again', async () => {
    const again = await api.load(story());
    expect(again).toMatchObject({ failed: [], added: 0, held: story().length });
    expect(again.head.after).toBe(again.head.before);
  });

  it('E2E-5: shows the exit that nobody watches: each party unheld, and the step between two bodies', async () => {
    const query = `{ gaps(first: 100) { edges { node { kind party step between { organisation { label } } provisionalHolder { label } } } } }`;
    const { data } = await api.ask('discipline', query);
    const gaps = nodesOf(data?.['gaps'] as Connection<Gap>);
    expect(gaps.every(({ step }) => step.includes('Verify the health code at the exit'))).toBe(true);
    expect(gaps.map(({ kind, party }) => [kind, party]).sort()).toEqual([
      ['noHolder', 'departmental'],
      ['noHolder', 'individual'],
      ['noHolder', 'territorial'],
      ['noHolder', 'unit'],
      ['orphanStep', null],
    ]);
    const orphan = gaps.find(({ kind }) => kind === 'orphanStep');
    expect(orphan?.between).toEqual([
      { organisation: { label: expect.stringContaining('U1') } },
      { organisation: { label: expect.stringContaining('U2') } },
    ]);
  });

  it('holds the three notices with their original digests, damage flagged, no year guessed', async () => {
    const query = `{ directives(first: 100) { edges { node { instrument provenance { complete original { sha256 } damage { text } dated { year month day } } } } }
      meetings(first: 100) { edges { node { heldOn { year month day } } } } }`;
    const { data, errors } = await api.ask('hq', query);
    expect(errors).toEqual([]);
    const imported = nodesOf(data?.['directives'] as Connection<Notice>).flatMap(({ provenance }) => provenance ?? []);
    const digests = read('apps/cli/demo/data/SHA256SUMS').match(/[0-9a-f]{64}/g);
    expect(imported.map(({ original }) => original.sha256).sort()).toEqual(digests?.sort());
    expect(imported.map(({ damage }) => damage.length).sort()).toEqual([0, 1, 4]);
    const days = nodesOf(data?.['meetings'] as Connection<{ heldOn: Day }>).map(({ heldOn }) => heldOn);
    for (const { month, day } of [
      { month: 3, day: 31 },
      { month: 11, day: 5 },
      { month: 3, day: 12 },
    ]) {
      expect(days).toContainEqual({ year: null, month, day });
    }
  });

  it('answers rates, matrix and cascade that agree with the story', async () => {
    const query = `{ closureRate { confirmed counted closedOut rate returned }
      responsibilityMatrix(first: 100) { edges { node { step fullyHeld } } } }`;
    const { data } = await api.ask('supervision', query);
    expect(data?.['closureRate']).toEqual([{ confirmed: 3, counted: 3, closedOut: 1, rate: 1 / 3, returned: 1 }]);
    const matrix = nodesOf(data?.['responsibilityMatrix'] as Connection<{ step: string; fullyHeld: boolean }>);
    expect(matrix.filter(({ fullyHeld }) => !fullyHeld).map(({ step }) => step)).toEqual([
      expect.stringContaining('Verify the health code'),
    ]);
  });
});
