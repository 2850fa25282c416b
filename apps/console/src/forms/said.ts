import { graphql, type ResultOf } from '../api/graphql';

/** What every mutation answers. */
export const SAID = graphql(`
  fragment Said on Outcome @_unmask {
    __typename
    ... on Recorded {
      id
      position
    }
    ... on Refused {
      code
      message
      path
      others
    }
  }
`);

export type Said = ResultOf<typeof SAID>;
export type Recorded = Extract<Said, { readonly __typename: 'Recorded' }>;
