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

const PREFIX = 'act:';

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
  isReasoned: /理由|事由/.test(input.description ?? ''),
});

const inputIn = (schema: GraphQLSchema, name: string | undefined): GraphQLInputObjectType => {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`no input of the schema: ${name ?? ''}`);
  return type;
};

const mutationModule = (schema: GraphQLSchema, name: string): string => {
  const mutation = schema.getMutationType()?.getFields()[name];
  const taken = mutation?.args.find((one) => one.name === 'input');
  const type = inputIn(schema, taken && getNamedType(taken.type).name);
  return `export default ${JSON.stringify({ name, type: type.name, input: formInputOf(type) })}`;
};

/** `act:NAME` is what the schema says of a mutation: the fields of its input, what they are called in both languages, and which must be there. */
export const acts = (schemaFile: string): Plugin => ({
  name: 'acts',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    this.addWatchFile(schemaFile);
    return mutationModule(buildSchema(readFileSync(schemaFile, 'utf8')), id.slice(PREFIX.length + 1));
  },
});
