import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';

/** Bytes of one answer: a page of long texts is refused before its rows are read. */
export const MAX_ANSWER_BYTES = 32 * 2 ** 20;

const CHARACTERS = 'charactersAtMost';
const ITEMS = 'itemsAtMost';

/** Says on a field of the schema how many characters its text has at most. */
export const charactersAtMost = (most: number) => ({ [CHARACTERS]: most });

/** Says on a field of the schema how many items its list has at most. */
export const itemsAtMost = (most: number) => ({ [ITEMS]: most });

/** A character of the rarest planes; no character that answers hold is longer in JSON. */
const BYTES_OF_CHARACTER = 4;
/** Names, codes and labels. */
const SHORT_TEXT = 200;
/** A list that does not say how many it holds. */
const SOME_ITEMS = 50;
/** What one event can hold, and so any one list or document of a row. */
const EVENT_BYTES = 256 * 1024;
const PLAIN: Readonly<Record<string, number>> = {
  Int: 12,
  Float: 24,
  Boolean: 5,
  ID: 128,
  DateTime: 26,
  Json: EVENT_BYTES,
};
const ENUM_BYTES = 64;
/** Quotation marks, colon and comma of one field. */
const MARKS = 6;

type Field = GraphQLField<unknown, unknown> | undefined;

const said = (field: Field, name: string): number | undefined => {
  const value = field?.extensions[name];
  return typeof value === 'number' ? value : undefined;
};

/** How many characters `first` asks for, of a text that is handed out in parts; all of it when a variable says. */
const asked = ({ arguments: given = [] }: FieldNode): number => {
  const value = given.find(({ name }) => name.value === 'first')?.value;
  return value?.kind === Kind.INT ? Math.max(Number(value.value), 0) : Infinity;
};

const leafBytes = (type: GraphQLOutputType | undefined, field: Field, node: FieldNode): number => {
  const named = type && getNamedType(type);
  if (isEnumType(named)) return ENUM_BYTES;
  const plain = PLAIN[named?.name ?? ''];
  return plain ?? Math.min(said(field, CHARACTERS) ?? SHORT_TEXT, asked(node)) * BYTES_OF_CHARACTER;
};

const isList = (field: Field): boolean => field !== undefined && isListType(getNullableType(field.type));

/** What a list that is no page takes at most, from what one item takes. */
export const listBytes = (field: Field, item: number): number =>
  isList(field) ? Math.min((said(field, ITEMS) ?? SOME_ITEMS) * item, EVENT_BYTES) : item;

/** How many bytes a field without fields of its own takes in the answer, at most. */
export const plainBytes = (field: Field, node: FieldNode): number =>
  MARKS + (node.alias ?? node.name).value.length + listBytes(field, leafBytes(field?.type, field, node));
