import { schemaOf } from '#platform/graphql';
import { RecordResolver, TimelineResolver } from '#platform/timeline';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, Kind, parse, validate, type GraphQLSchema } from 'graphql';
import { RESOLVERS_OF_ALL } from '../../apps/api/contexts.js';
import { MAX_ANSWER_BYTES } from '../../libs/platform/graphql/limits/answer-size.js';
import { limitOf, limitsRule } from '../../libs/platform/graphql/limits/limits-rule.js';
import { Scales } from '../../libs/platform/graphql/limits/weigh.js';

describe('an answer is weighed before its rows are read', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await schemaOf([TimelineResolver, RecordResolver, ...RESOLVERS_OF_ALL]);
  });

  const codes = (query: string) => validate(schema, parse(query), [limitsRule]).map((error) => limitOf(error)?.code);
  const bytes = (query: string) => {
    const document = parse(query);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    return new Scales(schema, document).weigh(operation.selectionSet, schema.getQueryType() ?? undefined).bytes;
  };
  const texts = (first: number, text = 'text') => `directives(first: ${first}) { edges { node { ${text} } } }`;

  it('refuses twenty pages of long texts, aliased or not', () => {
    const pages = Array.from({ length: 20 }, (_, index) => `a${index}: ${texts(100)}`).join(' ');
    expect(codes(`{ ${pages} }`)).toEqual(['ANSWER_TOO_LARGE']);
    expect(codes(`{ ${texts(100)} ${texts(100).replace('directives', 'b: directives')} }`)).toEqual([
      'ANSWER_TOO_LARGE',
    ]);
    expect(codes(`{ ${texts(100)} }`)).toEqual([]);
  });

  it('answers them when they ask for a part of each text', () => {
    const pages = Array.from({ length: 20 }, (_, index) => `a${index}: ${texts(100, 'text(first: 200)')}`).join(' ');
    expect(codes(`{ ${pages} }`)).toEqual([]);
    expect(codes(`query Q($n: Int!) { ${pages.replaceAll('200', '$n')} }`)).toEqual(['ANSWER_TOO_LARGE']);
  });

  it('counts a text by the longest that it can be', () => {
    expect(bytes(`{ ${texts(10)} }`)).toBeGreaterThan(10 * 60_000 * 3);
    expect(bytes(`{ ${texts(10, 'text(first: 1)')} }`)).toBeLessThan(2_000);
  });

  it('lets every page of a hundred through that asks for all plain fields of its nodes', () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    const pages = Object.values(query).filter(({ args }) => args.some(({ name }) => name === 'first'));
    const heavy = pages.filter(({ name, type }) => {
      const node = schema.getType(String(type).replace(/Connection!$/, ''));
      const fields = isObjectType(node) ? Object.values(node.getFields()) : [];
      const plain = fields.filter(({ type: of }) =>
        /^\[?(?:String|ID|Int|Float|Boolean|DateTime|Json)/.test(String(of)),
      );
      return (
        bytes(`{ ${name}(first: 100) { edges { node { __typename ${plain.map((one) => one.name).join(' ')} } } } }`) >
        MAX_ANSWER_BYTES
      );
    });
    expect(heavy.map(({ name }) => name)).toEqual([]);
  });
});
