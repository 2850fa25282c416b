import { buildSchema, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { read } from '../support/source-files.js';

/** Lists that follow one thing: their items have no names and dates of their own to look for. */
const OF_ONE_THING = ['cascade', 'clauseDifferences', 'timeline'];
/** Lists whose rows hold ids and no names: those of people stand sealed in their own records, and a request shows no title of what asks. */
const NAMELESS = ['accounts', 'grants', 'requests'];

const schema = buildSchema(read('apps/api/schema.graphql'), { assumeValid: true });

const listOf = ({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined => {
  const named = schema.getType(String(type).replaceAll('!', ''));
  return isObjectType(named) && 'edges' in named.getFields() ? named : undefined;
};

const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const list = listOf(field);
  return list ? [{ field, list, takes: field.args.map(({ name }) => name) }] : [];
});

describe('every list of the schema', () => {
  it('is found here', () => {
    expect(lists.map(({ field }) => field.name).sort()).toEqual([
      ...[
        'accounts',
        'cascade',
        'clauseDifferences',
        'directives',
        'dutyGaps',
        'eventRecord',
        'findings',
        'gaps',
        'grants',
        'lateEntries',
        'meetings',
        'noticeImports',
      ],
      ...['organisations', 'persons', 'receipts', 'requests', 'responsibilityMatrix', 'territories', 'timeline'],
    ]);
  });

  it('can be counted, by whoever asks', () => {
    for (const { list } of lists) expect(String(list.getFields()['totalCount']?.type)).toBe('Int');
  });

  it('can be searched by the text of its names', () => {
    const deaf = lists.filter(({ takes }) => !takes.includes('text')).map(({ field }) => field.name);
    expect(deaf.sort()).toEqual([...OF_ONE_THING, ...NAMELESS].sort());
  });

  it('can be asked for what waits for the viewer, where somebody is waited for', () => {
    const waits = lists.filter(({ takes }) => takes.includes('awaiting')).map(({ field }) => field.name);
    expect(waits.sort()).toEqual([
      ...['directives', 'findings', 'grants', 'lateEntries', 'noticeImports', 'receipts', 'requests'],
      'responsibilityMatrix',
    ]);
  });

  it.each([
    ['findings', ['recorded', 'occurred', 'confirmed', 'due']],
    ['receipts', ['due', 'delivered']],
    ['gaps', ['detected']],
    ['dutyGaps', ['detected']],
    ['responsibilityMatrix', ['defined']],
    ['directives', ['issued']],
    ['meetings', ['held']],
    ['lateEntries', ['happened', 'registered']],
    ['noticeImports', ['imported']],
    ['eventRecord', ['recorded']],
  ])('%s can be narrowed by dates', (name, dates) => {
    const takes = lists.find(({ field }) => field.name === name)?.takes;
    expect(takes).toEqual(expect.arrayContaining(dates.flatMap((date) => [`${date}From`, `${date}To`])));
  });
});
