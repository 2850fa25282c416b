import { graphql, type ResultOf } from '../../api/graphql';

export const MEETING = graphql(`
  query Meeting($id: ID!, $asOf: String, $waitFor: String) {
    meeting(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      title
      heldBy
      series
      number
      kinds
      form
      undisclosedItems
      notDuplicateOf
      heldOn {
        year
        month
        day
      }
      heldByBody {
        id
        label
      }
      registeredBy {
        id
        label
      }
      previous {
        id
        label
      }
      venues {
        kind
        name
        organisation {
          id
          label
        }
      }
      roles {
        role
        post
        organisation
        venue
      }
    }
  }
`);

/** The orders that came from it. */
export const ORDERS = graphql(`
  query OrdersOfMeeting($id: ID!, $after: String, $asOf: String, $waitFor: String) {
    directives(first: 50, after: $after, meetingId: $id, asOf: $asOf, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          number
          status
          issuedAt
          issuer {
            id
            label
          }
        }
      }
    }
  }
`);

export type Meeting = NonNullable<ResultOf<typeof MEETING>['meeting']>;
export type Orders = ResultOf<typeof ORDERS>['directives'];
export type Order = Orders['edges'][number]['node'];
