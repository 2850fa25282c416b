const inputOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** A mutation as GraphQL, its answer called `outcome`; its one input is named after it. */
export const documentOf = (mutation: string): string =>
  `mutation Demo($input: ${inputOf(mutation)}!) {
  outcome: ${mutation}(input: $input) {
    __typename
    ... on Recorded { id position events { type } }
    ... on Refused { code message path }
  }
}`;
