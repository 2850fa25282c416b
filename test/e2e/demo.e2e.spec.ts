import { createHash, randomUUID } from 'node:crypto';
import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givePasswords } from '../../apps/cli/demo/passwords.js';
import { story } from '../../apps/cli/demo/story/index.js';
import { tinyPng } from '../../libs/platform/evidence-files/testing/tiny-files.js';
import { RunningApi } from '../support/running-api.js';
import { read } from '../support/source-files.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
const nodesOf = <Node>({ edges }: Connection<Node>): readonly Node[] => edges.map(({ node }) => node);

interface Deployed {
  readonly id: string;
  readonly relayOf: unknown;
  readonly provenance: unknown;
}
interface Hop {
  readonly depth: number;
  readonly recipient: { readonly label: string };
  readonly channel: string | null;
  readonly inDevelopmentZone: boolean | null;
  readonly sameDay: boolean | null;
}
interface Gap {
  readonly kind: string;
  readonly party: string | null;
  readonly step: string;
  readonly between: readonly unknown[];
}
interface GapOfDuty {
  readonly id: string;
}
interface Chained extends GapOfDuty {
  readonly chain: unknown;
  readonly previous: GapOfDuty | null;
  readonly next: GapOfDuty | null;
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
  });
  afterAll(() => api.stop());

  it('stays as it is when it is loaded again', async () => {
    const again = await api.load(story());
    expect(again).toMatchObject({ failed: [], added: 0, held: story().length });
    expect(again.head.after).toBe(again.head.before);
  });

  it('lets everybody sign in with a password that is shown once, by what the record grants them', async () => {
    const give = () => api.atGate(({ door }) => givePasswords(door, 'en'));
    const shown = await give();
    expect(new Set(shown.map(({ password }) => password)).size).toBe(19);
    expect(shown.map(({ name, person }) => [name, person])).toContainEqual(['an.xun', 'An Xun']);
    expect(await give()).toEqual([]);
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${api.address}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const { name, password } = shown.find(({ role }) => role === 'discipline') ?? {};
    const cookie = (await post('auth/sign-in', { name, password })).headers.get('set-cookie')?.split(';')[0];
    const query = '{ gaps(first: 100) { edges { node { kind } } } }';
    const { data } = (await (await post('graphql', { query }, cookie)).json()) as { readonly data: unknown };
    expect(data).toEqual((await api.ask('discipline', query)).data);
  });

  it('E2E-5: shows the exit that nobody watches: each party unheld, and the step between two bodies', async () => {
    const query = `{ gaps(first: 100) { edges { node { kind party step between { organisation { label } } provisionalHolder { label } } } } }`;
    const { data } = await api.ask('discipline', query);
    const gaps = nodesOf(data?.['gaps'] as Connection<Gap>);
    expect(gaps.every(({ step }) => step === '出站口核验健康码')).toBe(true);
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

  it('E2E-5: is one gap of the one duty, with its rule, its reason in the language asked for, and what would close it', async () => {
    const query = `{ dutyGaps(first: 100) { edges { node { id kind parties rule zh: evidence(lang: zh) en: evidence(lang: en) suggestion { action by { label } } } } } }`;
    const { data } = await api.ask('discipline', query);
    const [gap, ...others] = nodesOf(data?.['dutyGaps'] as Connection<GapOfDuty>);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      ...{ kind: 'orphanStep', parties: ['territorial', 'departmental', 'unit', 'individual'], rule: 'A7' },
      zh: expect.stringMatching(/^前后两环由.*U1.*和.*U2.*承担，这一环四方均无人。$/),
      en: expect.stringMatching(/^The steps .* U1.* and .*U2.*, this one by none of the four parties\.$/),
      suggestion: { action: 'extendNeighbour', by: { label: expect.stringContaining('U1') } },
    });
    const { data: chained } = await api.ask(
      'discipline',
      '{ responsibilityMatrix(first: 100) { edges { node { id chain { id at of } previous { id } next { id } } } } }',
    );
    const points = nodesOf(chained?.['responsibilityMatrix'] as Connection<Chained>);
    const hole = points.find(({ id }) => id === gap?.id);
    const [before, after] = [hole?.previous?.id, hole?.next?.id].map((id) => points.find((point) => point.id === id));
    expect([before, hole, after].map((point) => point?.chain)).toEqual(
      [1, 2, 3].map((at) => ({ id: before?.id, at, of: 3 })),
    );
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

  it('answers rates and a matrix that agree with the story', async () => {
    const query = `{ closureRate { confirmed counted closedOut rate returned }
      responsibilityMatrix(first: 100) { edges { node { step fullyHeld } } } }`;
    const { data } = await api.ask('supervision', query);
    expect(data?.['closureRate']).toEqual([{ confirmed: 3, counted: 3, closedOut: 1, rate: 1 / 3, returned: 1 }]);
    const matrix = nodesOf(data?.['responsibilityMatrix'] as Connection<{ step: string; fullyHeld: boolean }>);
    expect(matrix.filter(({ fullyHeld }) => !fullyHeld).map(({ step }) => step)).toEqual(['出站口核验健康码']);
  });

  it('E2E-1: shows how the city’s directive went down, hop by hop, the zone included and the late one named', async () => {
    const list = '{ directives(first: 100) { edges { node { id relayOf { id } provenance { complete } } } } }';
    const found = nodesOf((await api.ask('hq', list)).data?.['directives'] as Connection<Deployed>);
    const own = found.find(({ relayOf, provenance }) => relayOf === null && provenance === null);
    const query = `query ($id: ID!) { cascade(directiveId: $id, first: 100) { edges { node {
      depth recipient { label } channel inDevelopmentZone sameDay note minutesToAcknowledge } } } }`;
    const { data } = await api.ask('hq', query, { id: own?.id });
    const hops = nodesOf(data?.['cascade'] as Connection<Hop>);
    expect([...new Set(hops.map(({ depth }) => depth))]).toEqual([0, 1]);
    expect(hops.some(({ inDevelopmentZone }) => inDevelopmentZone === true)).toBe(true);
    const late = hops.filter(({ sameDay }) => sameDay === false);
    expect(late).toMatchObject([{ recipient: { label: expect.stringContaining('K3') }, channel: 'attendance' }]);
  });

  describe('asked for what is there already', () => {
    const tell = async (as: 'inspector' | 'hq', name: string, input: object) => {
      const of = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const outcome = `... on Recorded { id position } ... on Refused { code path others }`;
      const { data, errors } = await api.ask(
        as,
        `mutation ($input: ${of}!) { outcome: ${name}(input: $input) { ${outcome} } }`,
        {
          input: { commandId: randomUUID(), ...input },
        },
      );
      expect(errors).toEqual([]);
      return data?.['outcome'] as { readonly id: string; readonly position: string };
    };
    const twin = (first: { readonly id: string }) => ({
      ...{ code: 'POSSIBLE_DUPLICATE', path: ['notDuplicateOf'], others: [first.id] },
    });
    const { id: territoryId } = CAST_TERRITORIES.county1;

    it('F8: tells of findings that may be the same, before recording and after, to those who may see them', async () => {
      const seen = { territoryId, class: 'inadequateControl', place: 'Gate 7' };
      const query = `query ($waitFor: String, $of: ID, $territoryId: ID, $class: FindingClass, $place: String, $occurredAt: DateTime, $sha256: [String!]) {
        possibleDuplicates(waitFor: $waitFor, of: $of, territoryId: $territoryId, class: $class, place: $place, occurredAt: $occurredAt, sha256: $sha256) { id }
      }`;
      const asked = async (variables: object, as: 'inspector' | 'public' = 'inspector') => {
        const { data, errors } = await api.ask(as, query, { ...variables });
        expect(errors).toEqual([]);
        return (data?.['possibleDuplicates'] as readonly { readonly id: string }[]).map(({ id }) => id);
      };
      expect(await asked(seen)).toEqual([]);
      const says = 'a list without a closing figure';
      const sha256 = createHash('sha256')
        .update(tinyPng({ text: says }))
        .digest('hex');
      // Each is another file with the same bytes.
      const observed = async () => {
        const evidence = [await api.photo('inspector', says)];
        return {
          ...seen,
          kind: 'inspection',
          severity: 'minor',
          description: 'No list',
          evidence,
          occurredAt: undefined,
        };
      };
      const first = await tell('inspector', 'recordObservation', await observed());
      const { position: waitFor } = first;
      expect(await asked({ ...seen, place: ' gate  7', waitFor })).toEqual([first.id]);
      expect(await asked({ sha256: [sha256], waitFor })).toEqual([first.id]);
      const apart = [{ place: 'Gate 8' }, { class: 'lateTracing' }, { occurredAt: '2022-03-01T00:00:00.000Z' }];
      for (const more of apart) expect(await asked({ ...seen, ...more, waitFor })).toEqual([]);
      expect(await asked({ ...seen, waitFor }, 'public')).toEqual([]);
      expect(await tell('inspector', 'recordObservation', await observed())).toEqual(twin(first));
      const named = { ...(await observed()), notDuplicateOf: [first.id] };
      const second = await tell('inspector', 'recordObservation', named);
      expect(await asked({ of: second.id, waitFor: second.position })).toEqual([first.id]);
      expect(await asked({ of: first.id, waitFor: second.position })).toEqual([second.id]);
    });

    it('F8: refuses a second duty point for one thing, and keeps what was named as another', async () => {
      const point = { matter: 'Lifts', step: 'Check', place: 'Lift 2', standard: 'Daily', requiredParties: ['unit'] };
      const first = await tell('hq', 'defineDutyPoint', { ...point, territoryId });
      expect(first.id).toMatch(/^dutyPoint-/);
      const again = { ...point, territoryId, matter: 'lifts', requiredParties: ['individual'] };
      expect(await tell('hq', 'defineDutyPoint', again)).toEqual(twin(first));
      const second = await tell('hq', 'defineDutyPoint', { ...again, notDuplicateOf: [first.id] });
      const query = `query ($id: ID!, $waitFor: String) { dutyPoint(id: $id, waitFor: $waitFor) { notDuplicateOf } }`;
      const { data } = await api.ask('hq', query, { id: second.id, waitFor: second.position });
      expect(data).toEqual({ dutyPoint: { notDuplicateOf: [first.id] } });
      const correction = { id: second.id, place: 'Lift 3', reason: 'Mistyped' };
      expect(await tell('hq', 'correctDutyPoint', correction)).toMatchObject({ id: second.id });
      const back = { ...correction, place: 'LIFT 2' };
      expect(await tell('hq', 'correctDutyPoint', back)).toEqual(twin(first));
    });

    it('F8: refuses a second meeting of one body, day and title, and keeps what was named as another', async () => {
      const held = {
        ...{ title: 'Weekly meeting', heldBy: 'HQ', kinds: ['work'], form: 'video', venues: [], roles: [] },
        ...{ heldOn: { year: 2022, month: 3, day: 14 }, undisclosedItems: false },
      };
      const first = await tell('hq', 'registerMeeting', held);
      expect(first.id).toMatch(/^meeting-/);
      expect(await tell('hq', 'registerMeeting', { ...held, heldBy: 'hq' })).toEqual(twin(first));
      const second = await tell('hq', 'registerMeeting', { ...held, notDuplicateOf: [first.id] });
      const query = `query ($id: ID!, $waitFor: String) { meeting(id: $id, waitFor: $waitFor) { notDuplicateOf } }`;
      const { data } = await api.ask('hq', query, { id: second.id, waitFor: second.position });
      expect(data).toEqual({ meeting: { notDuplicateOf: [first.id] } });
    });
  });

  describe('asked for something that is not acceptable', () => {
    const fine = {
      commandId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11',
      occurredAt: '2022-03-31T09:00:00Z',
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'minor',
      description: 'Seen',
      place: 'Gate 2',
      territoryId: CAST_TERRITORIES.county1.id,
      evidence: [],
    };
    const head = async () => (await api.ask('auditor', '{ head }')).data;

    it.each([
      ['an unknown field', { ...fine, colour: 'red' }, ['input', 'colour']],
      ['a word that is not in the list', { ...fine, severity: 'huge' }, ['input', 'severity']],
      ['a text that is too long', { ...fine, place: 'x'.repeat(201) }, ['input', 'place']],
      ['an id of another kind', { ...fine, territoryId: CAST_ORGANISATIONS.unit1.id }, ['input', 'territoryId']],
      ['an instant without a zone', { ...fine, occurredAt: '2022-03-31T09:00:00' }, ['input', 'occurredAt']],
      ['a file that is none', { ...fine, evidence: ['x'] }, ['input', 'evidence', '0']],
    ])('%s in variables is BAD_USER_INPUT with the way to it, and changes nothing', async (_, input, path) => {
      const before = await head();
      const query = 'mutation ($input: RecordObservationInput!) { recordObservation(input: $input) { __typename } }';
      const { errors } = await api.ask('inspector', query, { input });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
      expect(await head()).toEqual(before);
    });

    it.each(['colour: "red"', 'severity: huge'])('%s in the document is GRAPHQL_VALIDATION_FAILED', async (field) => {
      const query = `mutation { recordObservation(input: { ${field} }) { __typename } }`;
      const { errors } = await api.ask('inspector', query);
      expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it('more than a hundred at once is refused, not cut', async () => {
      const { errors } = await api.ask('inspector', '{ findings(first: 101) { edges { cursor } } }');
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['first'] });
    });
  });
});
