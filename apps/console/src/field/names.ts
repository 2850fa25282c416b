import { graphql } from '../api/graphql';
import { askGraph } from './ask-graph';
import type { Named } from './places';

/** What is chosen by its name. */
export type NamedKind = 'organisations' | 'territories';

const FOUND = graphql(`
  query FieldNames($text: String!, $bodies: Boolean!) {
    organisations(first: 20, text: $text) @include(if: $bodies) {
      edges {
        node {
          id
          name: label
        }
      }
    }
    territories(first: 20, text: $text) @skip(if: $bodies) {
      edges {
        node {
          id
          name: label
        }
      }
    }
  }
`);

/** The nodes of a list, by what they are called. */
export const namesIn = (
  edges: readonly { readonly node: { readonly id: string; readonly name: string } }[],
): readonly Named[] => edges.map(({ node: { id, name } }) => ({ id, label: name }));

/** What has this text in its name, or in the initials of its pinyin; nothing where nobody answers. */
export const findNames = async (kind: NamedKind, text: string): Promise<readonly Named[]> => {
  const answer = await askGraph(FOUND, { text, bodies: kind === 'organisations' });
  return 'data' in answer ? namesIn(answer.data[kind]?.edges ?? []) : [];
};
