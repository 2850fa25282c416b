/** Mutations whose input is shared; the input of every other one is named after it. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['confirmFinding', 'FindingInput'],
  ['acknowledgeRectification', 'FindingInput'],
  ['approvePlan', 'FindingInput'],
  ['failVerification', 'VerificationInput'],
  ['passVerification', 'VerificationInput'],
]);

const inputOf = (mutation: string): string =>
  SHARED.get(mutation) ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** A mutation as GraphQL, its answer called `outcome`. */
export const documentOf = (mutation: string): string =>
  `mutation Demo($input: ${inputOf(mutation)}!) {
  outcome: ${mutation}(input: $input) {
    __typename
    ... on Recorded { id position events { type } }
    ... on Refused { code message path }
  }
}`;
