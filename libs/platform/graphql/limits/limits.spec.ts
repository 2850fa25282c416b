import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse, validate } from 'graphql';
import { ask, start, type Started } from '../testing/start.js';
import { limitOf, LIMITS, limitsRule, MAX_TOKENS } from './limits-rule.js';

const ID = 'thing-00000000-0000-4000-8000-000000000001';
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const most = (code: string) => LIMITS.find((limit) => limit.code === code)?.most ?? 0;
const nested = (levels: number): string => (levels === 0 ? 'id' : `below { ${nested(levels - 1)} }`);

describe('the limits of one operation', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.app.close());

  const code = async (query: string, variables = {}) => {
    const { errors } = await ask(api, query, variables);
    return errors?.[0]?.extensions['code'];
  };

  it('depth', async () => {
    const cheap = (levels: number) => `{ thing(id: "${ID}") { ${nested(levels)} } }`;
    expect(await code(cheap(most('TOO_DEEP') - 1))).toBe('TOO_DEEP');
    expect(await code(cheap(2))).toBeUndefined();
  });

  it('aliases, however they are folded into fragments', async () => {
    const aliases = (count: number) => times(count, (index) => `a${String(index)}: id`);
    expect(await code(`{ thing(id: "${ID}") { ${aliases(most('TOO_MANY_ALIASES'))} } }`)).toBeUndefined();
    expect(await code(`{ thing(id: "${ID}") { ${aliases(most('TOO_MANY_ALIASES') + 1)} } }`)).toBe('TOO_MANY_ALIASES');
    const fan = `{ thing(id: "${ID}") { ${times(8, () => '...a')} } } fragment a on Thing { ${aliases(4)} }`;
    expect(await code(fan)).toBe('TOO_MANY_ALIASES');
  });

  it('root fields', async () => {
    const roots = (count: number) => `{ ${times(count, () => '__typename')} }`;
    expect(await code(roots(most('TOO_MANY_ROOT_FIELDS')))).toBeUndefined();
    expect(await code(roots(most('TOO_MANY_ROOT_FIELDS') + 1))).toBe('TOO_MANY_ROOT_FIELDS');
  });

  it('directives', async () => {
    const directed = (count: number) => `{ ${times(count, () => '... @include(if: true) { __typename }')} }`;
    expect(await code(directed(5))).toBeUndefined();
    const many = `{ thing(id: "${ID}") { ${times(most('TOO_MANY_DIRECTIVES') + 1, () => 'id @include(if: true)')} } }`;
    expect(await code(many)).toBe('TOO_MANY_DIRECTIVES');
  });

  it('cost: pages multiply what they hold, and a variable counts as the largest page', async () => {
    const page = (first: string) => `{ things(first: ${first}) { edges { node { below { below { id } } } } } }`;
    expect(await code(page('100'))).toBeUndefined();
    const wide = (first: string) => page(first).replace('id }', `${times(20, () => 'id')} }`);
    expect(await code(wide('1'))).toBeUndefined();
    expect(await code(wide('100'))).toBe('TOO_COSTLY');
    expect(await code(wide('$n').replace('{', 'query ($n: Int!) {'), { n: 1 })).toBe('TOO_COSTLY');
  });

  it('tokens', async () => {
    expect(await code(`{ ${times(MAX_TOKENS, () => 'a')} }`)).toBe('TOO_MANY_TOKENS');
    expect(await code('{')).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('leave room for the whole schema to be asked for', async () => {
    const { data, errors } = await ask(
      api,
      getIntrospectionQuery({
        inputValueDeprecation: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
      }),
    );
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema');
  });

  it('hold against documents that are made to hurt, at once', async () => {
    const attacks = [
      `query a { ...__schema } ${times(20, (index) => `fragment ${index === 0 ? '__schema' : `f${String(index)}`} on Query { ${times(9, () => `...f${String(index + 1)}`)} }`)} fragment f20 on Query { __typename }`,
      `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`,
      `{ ${times(40_000, (index) => `a${String(index)}: __typename`)} }`,
      `{ __typename ${times(100_000, () => '@a')} }`,
      `{ thing(id: "${ID}") { ${nested(400)} } }`,
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      `{ things(after: ${'['.repeat(1000)}${']'.repeat(1000)}) { edges { cursor } } }`,
      `{ things @defer { edges { cursor } } }`,
    ];
    for (const attack of attacks) {
      const before = performance.now();
      expect(await code(attack)).toMatch(/TOO_|GRAPHQL_/);
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });

  it('count every operation of a document', () => {
    const schema = api.schema();
    const deep = `query ok { __typename } query deep { thing(id: "${ID}") { ${nested(30)} } }`;
    expect(validate(schema, parse(deep), [limitsRule]).map((error) => limitOf(error)?.code)).toEqual([
      'TOO_DEEP',
      'TOO_COSTLY',
    ]);
  });
});
