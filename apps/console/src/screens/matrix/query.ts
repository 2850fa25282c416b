import { graphql, type ResultOf } from '../../api/graphql';

const CELL = graphql(`
  fragment Cell on PartyCell @_unmask {
    state
    acceptedSince
    waivedBecause
    provisionalHolder {
      id
      label
    }
    lead {
      from
      fit
      organisation {
        id
        label
      }
      person {
        id
        label
      }
      post {
        id
        label
      }
    }
  }
`);

export const MATRIX = graphql(
  `
    query Matrix($asOf: String, $after: String, $waitFor: String) {
      responsibilityMatrix(first: 40, asOf: $asOf, after: $after, waitFor: $waitFor) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            matter
            step
            place
            standard
            fullyHeld
            territory {
              id
              label
            }
            chain {
              id
              at
            }
            clause {
              number
              directive {
                id
                label
              }
            }
            territorial {
              ...Cell
            }
            departmental {
              ...Cell
            }
            unit {
              ...Cell
            }
            individual {
              ...Cell
            }
          }
        }
      }
    }
  `,
  [CELL],
);

export const GAPS = graphql(`
  query Gaps($asOf: String, $after: String, $waitFor: String) {
    dutyGaps(first: 50, asOf: $asOf, after: $after, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          parties
          step
          place
          detectedAt
          rule
          evidence
          territory {
            id
            label
          }
          suggestion {
            action
            by {
              id
              label
            }
          }
        }
      }
    }
  }
`);

export const matrixIn = ({ responsibilityMatrix }: ResultOf<typeof MATRIX>) => responsibilityMatrix;
export const gapsIn = ({ dutyGaps }: ResultOf<typeof GAPS>) => dutyGaps;

export type Point = ResultOf<typeof MATRIX>['responsibilityMatrix']['edges'][number]['node'];
export type Cell = Point['territorial'];
export type Gap = ResultOf<typeof GAPS>['dutyGaps']['edges'][number]['node'];
