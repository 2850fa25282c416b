import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'vite';
import { halves } from './labels.mts';

const INPUT = 'input:';
const ACT = 'act:';

/** Every command has these; the form knows what to do with them. */
const OF_EVERY_COMMAND = ['commandId', 'deviceId', 'lateEntryId', 'source', 'occurredAt'];

/** What a form does not ask for, or asks for in its own place; a reason of its own is asked for as any other field. */
const isAsked = ({ name, type }: GraphQLInputField): boolean =>
  !OF_EVERY_COMMAND.includes(name) &&
  !(name === 'reason' && !isNonNullType(type)) &&
  !(name === 'id' && getNamedType(type).name === 'ID');

/** Labels end without the full stop that descriptions end with. */
const labelOf = (description: string | null | undefined) => {
  const [zh, en] = halves(description ?? '');
  return [zh.replace(/。$/, ''), en.replace(/\.$/, '')] as const;
};

const fieldOf = ({ name, description, type }: GraphQLInputField): InputField => {
  const named = getNamedType(type);
  return {
    name,
    label: labelOf(description),
    type: named.name,
    isList: isListType(getNullableType(type)),
    isRequired: isNonNullType(type),
    ...(isEnumType(named) && {
      words: named.getValues().map((value) => [value.name, halves(value.description ?? '')] as const),
    }),
    ...(isInputObjectType(named) && { parts: Object.values(named.getFields()).map(fieldOf) }),
  };
};

const formInputOf = (input: GraphQLInputObjectType): FormInput => ({
  fields: Object.values(input.getFields()).filter(isAsked).map(fieldOf),
  isReasoned: (input.description ?? '').includes('理由'),
});

const inputIn = (schema: GraphQLSchema, name: string | undefined): GraphQLInputObjectType => {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`no input of the schema: ${name ?? ''}`);
  return type;
};

const inputModule = (schema: GraphQLSchema, name: string): string =>
  `export default ${JSON.stringify(formInputOf(inputIn(schema, name)))}`;

const actModule = (schema: GraphQLSchema, name: string): string => {
  const taken = schema
    .getMutationType()
    ?.getFields()
    [name]?.args.find((one) => one.name === 'input');
  const type = inputIn(schema, taken && getNamedType(taken.type).name);
  return `export default ${JSON.stringify({ name, type: type.name, input: formInputOf(type) })}`;
};

const MODULES: Readonly<Record<string, (schema: GraphQLSchema, name: string) => string>> = {
  [INPUT]: inputModule,
  [ACT]: actModule,
};
const prefixOf = (id: string) => Object.keys(MODULES).find((prefix) => id.startsWith(prefix));

/**
 * `input:NAME` is what the schema says of an input: its fields, what they are called in both languages, and which must be there;
 * `act:NAME` is a mutation with all that its form needs.
 */
export const inputs = (schemaFile: string): Plugin => ({
  name: 'inputs',
  resolveId: (id) => (prefixOf(id) === undefined ? undefined : `\0${id}`),
  load(id) {
    const named = id.slice(1);
    const prefix = id.startsWith('\0') ? prefixOf(named) : undefined;
    if (prefix === undefined) return undefined;
    this.addWatchFile(schemaFile);
    const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
    return MODULES[prefix]?.(schema, named.slice(prefix.length));
  },
});
