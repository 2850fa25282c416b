import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'vite';

const PREFIX = 'labels:';
const FIELDS = 'labels:fields';
const HAN = /[\u2e80-\u9fff]/u;

export const halves = (description: string): readonly [zh: string, en: string] => {
  const words = description.trim().split(/\s+/);
  // English may tell the Chinese term in brackets.
  const from = words.findIndex((word) => HAN.test(word) && !word.startsWith('('));
  if (from < 1) throw new Error(`not in both languages: ${description}`);
  // Some are whole sentences; a name has no full stop.
  const name = (part: readonly string[]) => part.join(' ').replace(/[.。]$/u, '');
  return [name(words.slice(from)), name(words.slice(0, from))];
};

/** What stands for a field beside others: the first of what is said of it, without its full stop. */
const short = (text: string): string => text.split(/[.。；;（(:：]/u)[0]?.trim() ?? text;

/** Words of events are those of the schema, apart from dashes, which no name of a schema holds. */
const wordsOf = (type: GraphQLNamedType): FieldWords['words'] =>
  isEnumType(type)
    ? Object.fromEntries(type.getValues().map(({ name, description }) => [name, halves(description ?? '')]))
    : undefined;

interface FieldWords {
  readonly label?: readonly [zh: string, en: string];
  readonly words?: Readonly<Record<string, readonly [zh: string, en: string]>>;
}
interface SchemaField {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly type: GraphQLType;
}

const labelOf = (description: string): FieldWords['label'] => {
  if (!HAN.test(description)) return undefined;
  const [zh, en] = halves(description);
  return [short(zh), short(en)];
};

/** What is said of a field first stays; words are gathered from all that have its name. */
const together = (before: FieldWords | undefined, { description, type }: SchemaField): FieldWords => {
  const label = before?.label ?? labelOf(description ?? '');
  const words = { ...before?.words, ...wordsOf(getNamedType(type)) };
  return { ...(label && { label }), ...(Object.keys(words).length > 0 && { words }) };
};

const fieldsIn = (types: readonly { getFields: () => Readonly<Record<string, SchemaField>> }[]) =>
  types.flatMap((type) => Object.values(type.getFields()));

/** What the schema calls fields that events may hold too, and the words that stand in them; what is asked for comes before what is answered. */
const fieldsOf = (schema: GraphQLSchema): Readonly<Record<string, FieldWords>> => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !/^__|^Query$|^Mutation$/.test(name));
  const found: Record<string, FieldWords> = {};
  for (const field of [...fieldsIn(types.filter(isInputObjectType)), ...fieldsIn(types.filter(isObjectType))])
    found[field.name] = together(found[field.name], field);
  return found;
};

/** `labels:NAME` is what the schema calls the values of an enum, in both languages: they stay beside their rules. `labels:fields` is what it calls fields. */
export const labels = (schemaFile: string): Plugin => ({
  name: 'labels',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    this.addWatchFile(schemaFile);
    const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
    if (id === `\0${FIELDS}`) return `export default ${JSON.stringify(fieldsOf(schema))}`;
    const type = schema.getType(id.slice(PREFIX.length + 1));
    if (!isEnumType(type)) throw new Error(`no enum of the schema: ${id}`);
    const named = type.getValues().map(({ name, description }) => [name, halves(description ?? '')]);
    return `export default ${JSON.stringify(Object.fromEntries(named))}`;
  },
});
