import { graphql, type ResultOf } from '../../api/graphql';

export const MEETINGS = graphql(`
  query Meetings($asOf: String, $after: String, $text: String) {
    meetings(first: 50, after: $after, asOf: $asOf, text: $text) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          heldBy
          kinds
          form
          heldOn {
            year
            month
            day
          }
        }
      }
    }
  }
`);

export type MeetingRow = ResultOf<typeof MEETINGS>['meetings']['edges'][number]['node'];
