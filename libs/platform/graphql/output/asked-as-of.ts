import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode, type ValueNode } from 'graphql';
import { tidy } from '../input/text-field.js';

type Asked = Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'path' | 'variableValues'>;

/** The moment that the query asked for under which a value is answered; undefined for the present. */
export const askedAsOf = (asked: Asked): string | undefined => {
  const root = rootField(asked.operation.selectionSet, asked);
  const said = saidIn(root?.arguments?.find(({ name }) => name.value === 'asOf')?.value, asked);
  return typeof said === 'string' ? tidy(said) : undefined;
};

const saidIn = (value: ValueNode | undefined, { variableValues }: Asked): unknown => {
  if (value?.kind === Kind.VARIABLE) return variableValues[value.name.value];
  return value?.kind === Kind.STRING ? value.value : undefined;
};

const rootKey = ({ path }: Asked): string | number => {
  let { prev, key } = path;
  while (prev) ({ prev, key } = prev);
  return key;
};

/** The field of the operation itself, looked for through its fragments. */
const rootField = ({ selections }: SelectionSetNode, asked: Asked): FieldNode | undefined => {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value === rootKey(asked)) return selection;
      continue;
    }
    const within = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments[selection.name.value] : selection;
    const found = within && rootField(within.selectionSet, asked);
    if (found) return found;
  }
  return undefined;
};
