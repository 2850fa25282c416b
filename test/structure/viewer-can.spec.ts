import { hasMutation } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { read } from '../support/source-files.js';

const schema = buildSchema(read('apps/api/schema.graphql'));

/** What queries answer that stands for nothing with which anything goes on, and why. */
const TELLS_ONLY: Readonly<Record<string, string>> = {
  ...{ Meeting: 'it is registered once', StoredEvidence: 'files are sent in apart from mutations' },
  ...{ EvidenceUse: 'where a file is used', CascadeHop: 'how far an order came; its receipts say what may be done' },
  ...{ ClauseDifference: 'two texts side by side', RecordEntry: 'what happened', TimelineEntry: 'what happened' },
};

/** What a field answers, or each item of the page that it answers. */
const shownBy = (field: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const items = ['edges', 'node'].reduce<GraphQLObjectType | undefined>((of, name) => {
    const inner = of?.getFields()[name];
    const found = inner && getNamedType(inner.type);
    return isObjectType(found) ? found : undefined;
  }, type);
  return items ?? type;
};

const has = (type: GraphQLObjectType, field: string): boolean => field in type.getFields();

/** Issue 14, 7: whatever a client shows of a thing says what may be done with it. */
describe('what the viewer can do', () => {
  const shown = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => shownBy(field) ?? []);

  it('is said on every thing that a query answers, in lists too, but on what only tells', () => {
    const silent = shown.filter((type) => has(type, 'id') && !has(type, 'viewerCan')).map(({ name }) => name);
    expect([...new Set(silent)].sort()).toEqual(Object.keys(TELLS_ONLY).sort());
  });

  it('is said on one card at least of every kind of thing with which people go on, and on me', () => {
    const kinds = CONTEXTS.flatMap(({ deciders }) => deciders)
      .filter(({ commands }) => Object.values(commands.declared).some((one) => hasMutation(one) && !one.begins))
      .map(({ kind }) => kind);
    const names = shown.filter((type) => has(type, 'viewerCan')).map(({ name }) => name.toLowerCase());
    // A notice is called by what it is, and its stream by how it came.
    expect(kinds.filter((kind) => !names.includes(kind.toLowerCase()))).toEqual(['import']);
    expect(names).toEqual(expect.arrayContaining(['noticeimport', 'importcard', 'me']));
  });
});
