import { graphql, type ResultOf } from '../../api/graphql';

const LABELLED = graphql(`
  fragment Labelled on Ref @_unmask {
    id
    label
  }
`);

/** A page of a record, as it is told: as many events as the server answers at once, which weighs what they may hold. */
export const RECORD = graphql(
  `
    query EventRecord($id: ID!, $after: String) {
      eventRecord(id: $id, first: 50, after: $after) {
        totalCount
        cut
        subjects {
          ...Labelled
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            eventId
            position
            revision
            name
            title
            summary
            occurredAt
            recordedAt
            lateEntry
            source
            deviceId
            reason
            data
            withheld
            schemaVersion
            causationId
            subject {
              ...Labelled
            }
            named {
              ...Labelled
            }
            causedBy {
              position
              title
            }
            effects {
              position
              title
            }
            actor {
              person {
                ...Labelled
              }
              post {
                ...Labelled
              }
              organisation {
                ...Labelled
              }
              onBehalfOf {
                ...Labelled
              }
            }
          }
        }
      }
    }
  `,
  [LABELLED],
);

/** The same page as the log holds it, for whoever computes its digests. */
export const STORED = graphql(`
  query StoredRecord($id: ID!, $after: String) {
    eventRecord(id: $id, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          eventId
          position
          revision
          id
          name
          occurredAt
          recordedAt
          stored {
            entry
            payload
          }
        }
      }
    }
  }
`);

type Page = ResultOf<typeof RECORD>['eventRecord'];
export const recordIn = ({ eventRecord }: ResultOf<typeof RECORD>) => eventRecord;
export type Entry = Page['edges'][number]['node'];
export type Subject = Page['subjects'][number];
export type StoredEntry = ResultOf<typeof STORED>['eventRecord']['edges'][number]['node'];
