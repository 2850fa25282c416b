import { graphql, type ResultOf } from '../../api/graphql';
import { REQUEST } from './request';

export const DIRECTIVE = graphql(`
  query Directive($id: ID!, $asOf: String, $textVersion: Int, $waitFor: String) {
    directive(id: $id, asOf: $asOf, textVersion: $textVersion, waitFor: $waitFor) {
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
      provenance {
        notice {
          id
        }
        original {
          fileName
        }
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
export const BESIDE = graphql(
  `
    query BesideDirective($id: ID!, $asOf: String, $waitFor: String) {
      directive(id: $id, asOf: $asOf, waitFor: $waitFor) {
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
          code
          reason
        }
        links {
          link
          to {
            citation
            directive {
              id
              label
            }
          }
        }
        clauseMap {
          clause
          how
          by
          reason
          directive {
            id
          }
        }
        warnings {
          under
          declared
        }
      }
      receipts(directiveId: $id, first: 50, asOf: $asOf, waitFor: $waitFor) {
        totalCount
        edges {
          node {
            id
            status
            acknowledgeBy
            acknowledgedAt
            acknowledgementMissedAt
            textVersion
            returnReason
            returnRuling
            returnRulingReason
            child {
              id
              label
            }
            recipient {
              id
              label
            }
            viewerCan {
              command
              label
              allowed
              code
              reason
            }
          }
        }
      }
      asked: requests(childId: $id, first: 20, asOf: $asOf, waitFor: $waitFor) {
        edges {
          node {
            ...Request
          }
        }
      }
      askedOf: requests(directiveId: $id, first: 20, asOf: $asOf, waitFor: $waitFor) {
        edges {
          node {
            ...Request
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
  `,
  [REQUEST],
);

export type Order = NonNullable<ResultOf<typeof DIRECTIVE>['directive']>;
export type Clause = Order['clauses'][number];
export type Beside = ResultOf<typeof BESIDE>;
export type Duty = Beside['responsibilityMatrix']['edges'][number]['node'];
export type Receipt = Beside['receipts']['edges'][number]['node'];
export type PresentOrder = NonNullable<Beside['directive']>;
