import { graphql, type ResultOf } from '../../api/graphql';
import { REQUEST } from './request';

/** What became of the order at each body that it went to. */
export const RECEIPTS = graphql(`
  query ReceiptsOfDirective($id: ID!, $asOf: String, $after: String, $waitFor: String) {
    receipts(directiveId: $id, first: 50, asOf: $asOf, after: $after, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
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
  }
`);

/** What an order asks of those that it carries on, or is asked by those that carry it on. */
export const REQUESTS = graphql(
  `
    query RequestsOfDirective($childId: ID, $directiveId: ID, $asOf: String, $after: String, $waitFor: String) {
      requests(childId: $childId, directiveId: $directiveId, first: 50, asOf: $asOf, after: $after, waitFor: $waitFor) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Request
          }
        }
      }
    }
  `,
  [REQUEST],
);

/** What its clauses ask for, and whether somebody holds it. */
export const DUTIES = graphql(`
  query DutiesOfDirective($id: ID!, $asOf: String, $after: String, $waitFor: String) {
    responsibilityMatrix(directiveId: $id, first: 100, asOf: $asOf, after: $after, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
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

export const receiptsIn = ({ receipts }: ResultOf<typeof RECEIPTS>) => receipts;
export const requestsIn = ({ requests }: ResultOf<typeof REQUESTS>) => requests;
export const dutiesIn = ({ responsibilityMatrix }: ResultOf<typeof DUTIES>) => responsibilityMatrix;

export type Receipt = ResultOf<typeof RECEIPTS>['receipts']['edges'][number]['node'];
export type Duty = ResultOf<typeof DUTIES>['responsibilityMatrix']['edges'][number]['node'];
