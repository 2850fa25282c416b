import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { ERROR_CODES } from '../../libs/platform/graphql/errors/error-codes.js';
import { Chance } from '../simulation/chance.js';
import { documentFor, goodArguments, operations, placed, type Operation } from '../support/arguments.js';
import { HOSTILE, HOSTILE_LITERALS, hostileJson } from '../support/hostile.js';
import { RunningApi, type Answer } from '../support/running-api.js';

/** FUZZ_SEED and FUZZ_REQUESTS ask for another corpus, or a longer one. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 13);
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 1_000);
const MOST_BYTES = 16 * 1024;
const AS = ['admin', 'commander', 'inspector', 'supervision', 'auditor', 'hq', 'unit'] as const;

const OPERATIONS = operations();
/** Kinds of things by the names of fields that hold their ids. */
const KINDS: Readonly<Record<string, string>> = {
  territoryId: 'territory',
  scope: 'territory',
  orgId: 'organisation',
  subjectOrgId: 'organisation',
  issuerId: 'organisation',
  personId: 'person',
  postId: 'post',
};

const kindFor = (name: string, { name: operation }: Operation): string =>
  KINDS[name] ?? (name === 'id' ? operation : name.replace(/Ids?$/, ''));

/** Somebody's own county and body are there; most other things are not. */
const idFor = (kind: string): string => {
  if (kind === 'territory') return CAST_TERRITORIES.county1.id;
  return kind === 'organisation' ? CAST_ORGANISATIONS.unit1.id : `${kind}-00000000-0000-4000-8000-000000000001`;
};
const written = (value: unknown) => JSON.stringify(value).slice(0, 200);

interface Try {
  readonly what: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** The same tries for the same seed: each puts one hostile value into one place of one operation. */
const tries = (seed: number, count: number): readonly Try[] => {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    const operation = chance.pick(OPERATIONS.filter(({ places }) => places.length > 0));
    const values = goodArguments(operation, {
      idOf: (name) => idFor(kindFor(name, operation)),
      isGiven: () => chance.happens(0.2),
    });
    const way = chance.pick(operation.places);
    const [argument] = way;
    if (way.length === 1 && chance.happens(0.4)) {
      const literal = chance.pick(HOSTILE_LITERALS);
      const { [String(argument)]: _, ...variables } = values;
      const query = documentFor(operation, [String(argument), literal]);
      return { what: `${operation.name} ${way.join('.')} literally ${literal.slice(0, 200)}`, query, variables };
    }
    const value = HOSTILE[chance.below(HOSTILE.length)];
    // The values were an object before.
    const variables = placed(values, way, value) as Record<string, unknown>;
    return { what: `${operation.name} ${way.join('.')} = ${written(value)}`, query: documentFor(operation), variables };
  });
};

const complaint = ({ errors }: Answer, text: string): string | undefined => {
  if (text.length > MOST_BYTES && errors.length > 0) return 'long';
  if (errors.length > 20) return 'many';
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 'internal';
  if (codes.some((code) => !ERROR_CODES.some((known) => known === code))) return 'unknown code';
  // No pattern, no type of the schema, nothing of what was sent.
  const isBare = errors.every(({ message }) => !/[\^$\\]|Input\b|\w!|ZZZ|Syntax Error/.test(message));
  return isBare ? undefined : 'tells';
};

describe('every argument of the schema', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.load(story());
  });
  afterAll(() => api.stop());

  /** Cursors that lists did give out, with something in them that no key holds. */
  const wornCursors = async (): Promise<readonly Try[]> => {
    const lists = OPERATIONS.filter(({ field }) => field.args.some(({ name }) => name === 'after'));
    const all = lists.map(async (list) => {
      const values = goodArguments(list, {
        idOf: (name) => idFor(kindFor(name, list)),
        isGiven: () => false,
      });
      const query = documentFor(list).replace('__typename', 'pageInfo { endCursor }');
      const { data } = await api.ask('admin', query, { ...values, first: 1 });
      const page = data?.[list.name] as { readonly pageInfo: { readonly endCursor: string | null } } | undefined;
      const cursor = page?.pageInfo.endCursor;
      if (!cursor) return [];
      const place = Buffer.from(cursor, 'base64url').toString();
      return [`${place}\u0000`, place.replace(/.$/, '\u0000'), place.replace(/\d+/, '999999999999999999')].map(
        (bad) => ({
          what: `${list.name} after = ${bad}`,
          query: documentFor(list),
          variables: { ...values, after: Buffer.from(bad).toString('base64url') },
        }),
      );
    });
    return (await Promise.all(all)).flat();
  };

  it(`answers ${String(REQUESTS)} hostile values with what is expected, never with a fault of its own`, async () => {
    const chance = new Chance(SEED);
    const found: string[] = [];
    const worn = await wornCursors();
    const kinds = new Map<string, number>();
    for (const { what, query, variables } of [...worn, ...tries(SEED, REQUESTS)]) {
      const answer = await api.post(chance.pick(AS), hostileJson({ query, variables }));
      const wrong = complaint(answer, JSON.stringify(answer));
      if (wrong !== undefined) found.push(`${wrong}: ${what} → ${JSON.stringify(answer).slice(0, 300)}`);
      const kind = answer.errors[0] ? String(answer.errors[0].extensions['code']) : 'answered';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    if (process.env['FUZZ_REQUESTS']) console.log(Object.fromEntries(kinds));
    expect(found).toEqual([]);
    // It would prove nothing if nothing got through, or if everything did.
    expect(kinds.get('answered')).toBeGreaterThan(REQUESTS / 100);
    expect(kinds.get('BAD_USER_INPUT')).toBeGreaterThan(REQUESTS / 10);
  }, 600_000);
});
