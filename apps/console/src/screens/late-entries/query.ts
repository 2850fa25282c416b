import { graphql, type ResultOf } from '../../api/graphql';

export const LATE_ENTRIES = graphql(`
  query LateEntries($asOf: String, $after: String, $text: String, $status: LateEntryStatus) {
    lateEntries(first: 50, after: $after, asOf: $asOf, text: $text, status: $status) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          status
          number
          photoSha256
          what
          happenedFrom
          happenedTo
          holds
          told
          registeredAt
          registeredBy {
            id
            label
          }
          body {
            id
            label
          }
        }
      }
    }
  }
`);

export type LateEntryRow = ResultOf<typeof LATE_ENTRIES>['lateEntries']['edges'][number]['node'];
