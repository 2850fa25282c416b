import { CAST_ORGANISATIONS } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { story } from '../../apps/cli/demo/story/index.js';
import { RunningApi } from '../support/running-api.js';

const QUERY = `query ($body: ID!, $person: ID!, $finding: ID!) {
  gaps(first: 1) { edges { node { step territory { label } between { organisation { label } } } } }
  organisation(id: $body) { name nameEn label zh: label(lang: zh) en: label(lang: en) territory { label } posts { title titleEn label } }
  person(id: $person) { name nameEn label }
  eventRecord(id: $finding, first: 20) { edges { node { name subject { label labelToday zh: label(lang: zh) } actor { person { label } post { label } } } } }
}`;

interface Answered {
  readonly gaps: { readonly edges: readonly unknown[] };
  readonly organisation: { readonly posts: readonly unknown[] };
}

describe('what things are called, over HTTP', () => {
  let api: RunningApi;
  let finding: string;
  beforeAll(async () => {
    api = await RunningApi.start();
    const report = await api.load(story(), 'en');
    expect(report).toMatchObject({ failed: [], added: story().length });
    const { data } = await api.ask('supervision', '{ findings(first: 1) { edges { node { id description } } } }');
    const { edges } = data?.['findings'] as { readonly edges: readonly { readonly node: Record<string, string> }[] };
    finding = edges[0]?.node['id'] ?? '';
    expect(edges[0]?.node['description']).toBe(
      'Two of seven shifts of the exit desk left the list of arrivals without a closing figure.',
    );
  }, 180_000);
  afterAll(() => api.stop());

  const { supervision, unit1 } = CAST_ORGANISATIONS;
  const { inspector } = PEOPLE;
  const { title } = inspector.post;

  it.each([
    { tag: 'zh-CN,zh;q=0.9,en;q=0.5', in: 'zh', finding: '管控不到位', place: 'K1县' },
    { tag: 'en', in: 'en', finding: 'Inadequate control', place: 'County K1' },
  ] as const)('follow Accept-Language: $tag', async ({ tag, in: language, finding: kind, place }) => {
    const asked = { body: supervision.id, person: inspector.id, finding };
    const { data, errors } = await api.ask('supervision', QUERY, asked, tag);
    expect(errors).toEqual([]);
    const { gaps, organisation } = data as unknown as Answered;
    expect(gaps.edges[0]).toMatchObject({
      node: { step: 'Verify the health code at the exit', territory: { label: place } },
    });
    expect(JSON.stringify(gaps)).toContain(unit1.name[language]);
    const { name } = supervision;
    expect(organisation).toMatchObject({
      name: name.zh,
      nameEn: name.en,
      label: name[language],
      zh: name.zh,
      en: name.en,
    });
    expect(organisation.posts).toContainEqual({ title: title.zh, titleEn: title.en, label: title[language] });
    expect(data?.['person']).toEqual({
      ...{ name: inspector.name.zh, nameEn: inspector.name.en },
      label: inspector.name[language],
    });
    const exit = 'Exit desk of the railway station';
    // What happened is told by the names of then: it had no number yet.
    const subject = { label: `${kind} · ${exit}`, zh: `管控不到位 · ${exit}` };
    expect(data?.['eventRecord']).toMatchObject({
      edges: expect.arrayContaining([
        {
          node: {
            name: 'ObservationRecorded',
            subject: { ...subject, labelToday: expect.stringMatching(`^WT-2025-\\d+ · ${kind} · ${exit}$`) },
            actor: { person: { label: inspector.name[language] }, post: { label: title[language] } },
          },
        },
      ]),
    });
  });

  it.each(['U1', 'a RAILWAY station', '火车站'])('are found by either name: %s', async (text) => {
    const query = 'query ($text: String) { organisations(first: 5, text: $text) { edges { node { id } } } }';
    const { data } = await api.ask('hq', query, { text });
    expect(JSON.stringify(data)).toContain(unit1.id);
  });
});
