import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { listBytes, plainBytes } from './answer-size.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../input/page-args.js';

/** How much a part of an operation asks for, fragments included as often as they are used. */
export interface Weight {
  readonly depth: number;
  /** How many fields there are to resolve, those of lists multiplied. */
  readonly cost: number;
  /** How many bytes the answer has at most. */
  readonly bytes: number;
  readonly aliases: number;
  readonly directives: number;
  /** How many fields there are at this level. */
  readonly fields: number;
}

const NOTHING: Weight = { depth: 0, cost: 0, bytes: 0, aliases: 0, directives: 0, fields: 0 };
/** What a list that is no page is taken to hold. */
const LIST = 10;
const MARKS_OF_OBJECT = 4;

const together = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  cost: a.cost + b.cost,
  bytes: a.bytes + b.bytes,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
});

/** How many items `first` asks for; a variable may ask for the most. */
const pageSize = ({ arguments: given = [] }: FieldNode): number => {
  const value = given.find(({ name }) => name.value === 'first')?.value;
  if (!value) return DEFAULT_PAGE;
  return value.kind === Kind.INT ? Math.min(Math.max(Number(value.value), 1), MAX_PAGE) : MAX_PAGE;
};

/** How many things a field answers: a page what it was asked for, a list some, anything else one. */
const items = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number => {
  if (!field) return 1;
  if (field.args.some(({ name }) => name === 'first')) return pageSize(node);
  // The page above has counted its edges.
  return isListType(getNullableType(field.type)) && node.name.value !== 'edges' ? LIST : 1;
};

/** The bytes of everything that a field answers, from those of one thing. */
const listed = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, bytes: number): number => {
  const isPage = field?.args.some(({ name }) => name === 'first') === true;
  if (isPage) return pageSize(node) * bytes;
  return node.name.value === 'edges' ? bytes : listBytes(field, bytes);
};

/** Weighs operations of one document against one schema. Each fragment is weighed once. */
export class Scales {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly weighed = new Map<string, Weight>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  weigh({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Weight {
    return selections.map((selection) => this.selection(selection, parent)).reduce(together, NOTHING);
  }

  private selection(node: SelectionNode, parent: GraphQLNamedType | undefined): Weight {
    const directives = node.directives?.length ?? 0;
    const weight = this.inner(node, parent);
    return { ...weight, directives: weight.directives + directives };
  }

  private inner(node: SelectionNode, parent: GraphQLNamedType | undefined): Weight {
    switch (node.kind) {
      case Kind.FIELD:
        return this.field(node, parent);
      case Kind.FRAGMENT_SPREAD:
        return this.fragment(node.name.value);
      case Kind.INLINE_FRAGMENT:
        return this.weigh(
          node.selectionSet,
          node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent,
        );
    }
  }

  private fragment(name: string): Weight {
    const known = this.weighed.get(name);
    if (known) return known;
    // A fragment that contains itself weighs nothing there: another rule refuses it.
    this.weighed.set(name, NOTHING);
    const node = this.fragments.get(name);
    const weight = node ? this.weigh(node.selectionSet, this.schema.getType(node.typeCondition.name.value)) : NOTHING;
    this.weighed.set(name, weight);
    return weight;
  }

  /** Introspection is no field of its parent, so its lists weigh once; graphql-js bounds them. */
  private field(node: FieldNode, parent: GraphQLNamedType | undefined): Weight {
    const aliases = node.alias ? 1 : 0;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!node.selectionSet) {
      return { depth: 1, cost: 1, bytes: plainBytes(field, node), aliases, directives: 0, fields: 1 };
    }
    const below = this.weigh(node.selectionSet, field && getNamedType(field.type));
    return {
      ...below,
      depth: below.depth + 1,
      cost: 1 + items(node, field) * below.cost,
      bytes: listed(node, field, below.bytes + MARKS_OF_OBJECT),
      aliases: below.aliases + aliases,
      fields: 1,
    };
  }
}
