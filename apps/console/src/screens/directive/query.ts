import { graphql, type ResultOf } from '../../api/graphql';

export const DIRECTIVE = graphql(`
  query Directive($id: ID!, $asOf: String, $textVersion: Int) {
    directive(id: $id, asOf: $asOf, textVersion: $textVersion) {
      id
      title
      number
      status
      confirmed
      instrument
      urgency
      issuedAt
      textVersion
      text
      endedAt
      endReason
      issuer {
        id
        label
      }
      meeting {
        id
        label
      }
      relayOf {
        id
        label
      }
      supersededBy {
        id
        label
      }
      bases {
        citation
        directive {
          id
          label
        }
      }
      clauses {
        key
        number
        order
        parent
        text
        heading
        due {
          rule
          at
          text
        }
      }
    }
  }
`);

/** What stands beside the text, and may come after it. */
export const BESIDE = graphql(`
  query BesideDirective($id: ID!, $asOf: String) {
    directive(id: $id, asOf: $asOf) {
      id
      textVersion
      textVersions {
        textVersion
        since
      }
      viewerCan {
        command
        label
        allowed
        reason
      }
    }
    receipts(directiveId: $id, first: 50, asOf: $asOf) {
      totalCount
      edges {
        node {
          id
          status
          acknowledgeBy
          acknowledgedAt
          acknowledgementMissedAt
          recipient {
            id
            label
          }
        }
      }
    }
    responsibilityMatrix(directiveId: $id, first: 100, asOf: $asOf) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          step
          place
          fullyHeld
          clause {
            number
          }
        }
      }
    }
  }
`);

export type Order = NonNullable<ResultOf<typeof DIRECTIVE>['directive']>;
export type Clause = Order['clauses'][number];
export type Beside = ResultOf<typeof BESIDE>;
export type Duty = Beside['responsibilityMatrix']['edges'][number]['node'];
export type Receipt = Beside['receipts']['edges'][number]['node'];
