import { gql } from 'urql';
import { SAID, type Said } from './said';

/** The document that asks for a mutation. */
export const documentOf = ({ name, type }: Mutation) => gql<{ outcome: Said }, { input: object }>`
  mutation ${name}($input: ${type}!) {
    outcome: ${name}(input: $input) {
      ...Said
    }
  }
  ${SAID}
`;
