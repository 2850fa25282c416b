import { getNullableType, isListType, Kind, type FieldNode, type GraphQLField } from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../input/page-args.js';
import { listBytes } from './answer-size.js';

/** What a list that is no page is taken to hold. */
const LIST = 10;

const COUNTED_AS = 'countedAs';

/** Says on a field of the schema how many items its list counts for, where a usual list would say too little. */
export const countedAs = (items: number) => ({ [COUNTED_AS]: items });

/** How many items a list is taken to hold: as it says itself, or as it is narrowed to names that stand in the document. */
const listSize = (node: FieldNode, { extensions }: GraphQLField<unknown, unknown>): number => {
  const said = extensions[COUNTED_AS];
  if (typeof said !== 'number') return LIST;
  const only = node.arguments?.find(({ name }) => name.value === 'only')?.value;
  return only?.kind === Kind.LIST ? Math.min(only.values.length, said) : said;
};

/** How many items `first` asks for; a variable may ask for the most. */
const pageSize = ({ arguments: given = [] }: FieldNode): number => {
  const value = given.find(({ name }) => name.value === 'first')?.value;
  if (!value) return DEFAULT_PAGE;
  return value.kind === Kind.INT ? Math.min(Math.max(Number(value.value), 1), MAX_PAGE) : MAX_PAGE;
};

/** How many things a field answers: a page what it was asked for, a list some, anything else one. */
export const items = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number => {
  if (!field) return 1;
  if (field.args.some(({ name }) => name === 'first')) return pageSize(node);
  // The page above has counted its edges.
  return isListType(getNullableType(field.type)) && node.name.value !== 'edges' ? listSize(node, field) : 1;
};

/** The bytes of everything that a field answers, from those of one thing. */
export const listed = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, bytes: number): number => {
  const isPage = field?.args.some(({ name }) => name === 'first') === true;
  if (isPage) return pageSize(node) * bytes;
  return node.name.value === 'edges' ? bytes : listBytes(field, bytes);
};
