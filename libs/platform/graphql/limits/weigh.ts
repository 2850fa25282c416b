import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { plainBytes } from './answer-size.js';
import { items, listed } from './items.js';
import { NOTHING, together, type Weight } from './weight.js';

const MARKS_OF_OBJECT = 4;

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
