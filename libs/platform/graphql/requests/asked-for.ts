import type { AskedFor } from '#platform/security';
import { Kind, OperationTypeNode, type DocumentNode, type SelectionNode } from 'graphql';
import type { Ready } from './operation.js';

const inFragment = ({ definitions }: DocumentNode, name: string): readonly SelectionNode[] =>
  definitions
    .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
    .filter((one) => one.name.value === name)
    .flatMap(({ selectionSet }) => selectionSet.selections);

/** The fields of a selection, those in its fragments too. No fragment holds itself: that was checked. */
const fieldsOf = (document: DocumentNode, selections: readonly SelectionNode[]): readonly string[] =>
  selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    if (one.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, one.selectionSet.selections);
    return fieldsOf(document, inFragment(document, one.name.value));
  });

/** What an operation asks for: every root field, as often as it stands there under any alias. */
export const askedFor = ({ document, operation }: Ready): AskedFor => ({
  fields: fieldsOf(document, operation.selectionSet.selections),
  isMutation: operation.operation === OperationTypeNode.MUTATION,
});
