import { graphql, type ResultOf } from '../../api/graphql';

export const CASCADE = graphql(`
  query Cascade($id: ID!, $asOf: String, $after: String) {
    directive(id: $id, asOf: $asOf) {
      id
      title
      issuedAt
      issuer {
        id
        label
      }
      clauses {
        key
        number
        text
      }
    }
    cascade(directiveId: $id, first: 100, asOf: $asOf, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          depth
          note
          issuedAt
          deliveredAt
          acknowledgedAt
          relayedAt
          minutesToAcknowledge
          minutesToRelay
          bodiesBelow
          textChanged
          directive {
            id
            label
          }
          recipient {
            id
            label
          }
          passedOnAs {
            id
          }
        }
      }
    }
  }
`);

export const DIFFERENCES = graphql(`
  query Differences($id: ID!, $parentId: ID!, $asOf: String, $after: String) {
    clauseDifferences(directiveId: $id, parentId: $parentId, first: 100, asOf: $asOf, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          dueChanged
          theirs {
            number
          }
          own {
            number
          }
          runs {
            kind
            text
          }
        }
      }
    }
  }
`);

export const differencesIn = ({ clauseDifferences }: ResultOf<typeof DIFFERENCES>) => clauseDifferences;

export type Cascaded = ResultOf<typeof CASCADE>;
export type Order = NonNullable<Cascaded['directive']>;
export type Hop = Cascaded['cascade']['edges'][number]['node'];
export type Difference = ResultOf<typeof DIFFERENCES>['clauseDifferences']['edges'][number]['node'];
