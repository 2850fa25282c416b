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
} from 'graphql';
import type { Plugin } from 'vite';
import { halves } from './labels.mts';

const PREFIX = 'input:';

/** Every command has these; the form knows what to do with them. */
const OF_EVERY_COMMAND = ['commandId', 'deviceId', 'lateEntryId', 'source', 'occurredAt', 'reason'];

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
  fields: Object.values(input.getFields())
    .filter(
      ({ name, type }) => !OF_EVERY_COMMAND.includes(name) && !(name === 'id' && getNamedType(type).name === 'ID'),
    )
    .map(fieldOf),
  isReasoned: (input.description ?? '').includes('须说明理由'),
});

/** `input:NAME` is what the schema says of an input: its fields, what they are called in both languages, and which must be there. */
export const inputs = (schemaFile: string): Plugin => ({
  name: 'inputs',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    this.addWatchFile(schemaFile);
    const type = buildSchema(readFileSync(schemaFile, 'utf8')).getType(id.slice(PREFIX.length + 1));
    if (!isInputObjectType(type)) throw new Error(`no input of the schema: ${id}`);
    return `export default ${JSON.stringify(formInputOf(type))}`;
  },
});
