import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { read } from './source-files.js';

type Values = Readonly<Record<string, unknown>>;

/** A way to one value of an operation's arguments: names, and 0 for the item of a list. */
export type Way = readonly (string | number)[];

/** One operation of the schema, and every place in its arguments, however deep. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly places: readonly Way[];
}

const DEEPEST = 8;

const within = (type: GraphQLInputType, way: Way): readonly Way[] => {
  if (way.length > DEEPEST) return [];
  const plain = getNullableType(type);
  if (isListType(plain)) return [way, ...within(plain.ofType, [...way, 0])];
  if (!isInputObjectType(plain)) return [way];
  return [way, ...Object.values(plain.getFields()).flatMap((one) => within(one.type, [...way, one.name]))];
};

/** Every query and mutation of the committed schema. */
export const operations = (): readonly Operation[] => {
  const schema = buildSchema(read('apps/api/schema.graphql'));
  const of = (kind: Operation['kind']) =>
    Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {}).map(
      (field) => ({
        kind,
        name: field.name,
        field,
        places: field.args.flatMap(({ name, type }) => within(type, [name])),
      }),
    );
  return [...of('query'), ...of('mutation')];
};

const UUID = '0190f3a0-0000-7000-8000-000000000001';
const PLAIN: Values = { Int: 1, Float: 1, Boolean: true, DateTime: '2022-03-31T09:00:00Z' };

const goodText = (name: string): string => {
  if (name === 'commandId') return UUID;
  if (name === 'mediaType') return 'image/png';
  return /sha256|digest/i.test(name) ? 'a'.repeat(64) : '7';
};

/** What a good value of a place is made with: ids by the field's name, and whether a field that may be left out is given. */
export interface Making {
  readonly idOf: (name: string) => string;
  readonly isGiven: () => boolean;
}

/** A value that fits a place as far as the schema tells. */
const good = (type: GraphQLInputType, name: string, making: Making): unknown => {
  const plain = getNullableType(type);
  if (isListType(plain)) return [good(plain.ofType, name, making)];
  if (isInputObjectType(plain)) return goodValues(Object.values(plain.getFields()), making);
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  const { name: scalar } = getNamedType(plain);
  return scalar === 'ID' ? making.idOf(name) : (PLAIN[scalar] ?? goodText(name));
};

const goodValues = (fields: readonly Pick<GraphQLArgument, 'name' | 'type'>[], making: Making): Values => {
  const given = fields.filter(({ type }) => isNonNullType(type) || making.isGiven());
  return Object.fromEntries(given.map(({ name, type }) => [name, good(type, name, making)]));
};

/** Good values for the arguments of an operation. */
export const goodArguments = ({ field }: Operation, making: Making): Values => goodValues(field.args, making);

/** The same values with another one in this place. */
export const placed = (values: unknown, [step, ...further]: Way, value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(values))
    return values.map((one, at) => (at === step ? placed(one, further, value) : (one as unknown)));
  const known = (values ?? {}) as Values;
  return { ...known, [step]: placed(known[step], further, value) };
};

/** The document of an operation, with its arguments as variables, or one of them as a literal in their place. */
export const documentFor = ({ kind, name, field }: Operation, literal?: readonly [string, string]): string => {
  const declared = field.args.filter((one) => one.name !== literal?.[0]);
  const heads = declared.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const used = field.args.map((one) => `${one.name}: ${one.name === literal?.[0] ? literal[1] : `$${one.name}`}`);
  const wants = /^(?:\[?)(?:Int|Float|String|Boolean|ID|DateTime|Json)/.test(String(field.type))
    ? ''
    : ' { __typename }';
  return `${kind} F${heads && `(${heads})`} { ${name}${argumentsOf(field.args, used)}${wants} }`;
};

const argumentsOf = (args: readonly GraphQLArgument[], used: readonly string[]) =>
  args.length > 0 ? `(${used.join(', ')})` : '';
