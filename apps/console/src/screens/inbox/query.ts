import { graphql, type ResultOf } from '../../api/graphql';

/** What a unit has to do, the soonest due first as the list has it. */
export const INBOX = graphql(`
  query Inbox($unitId: ID!, $asOf: String, $after: String, $waitFor: String) {
    findings(
      first: 50
      after: $after
      unitId: $unitId
      closedOut: false
      status: [ordered, acknowledged, planReturned, inRectification]
      asOf: $asOf
      waitFor: $waitFor
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          status
          description
          place
          occurredAt
          recordedBy {
            id
            label
          }
          viewerCan(only: ["acknowledgeRectification", "submitPlan", "reportImmediateFix", "reportCompletion"]) {
            command
            label
            allowed
          }
          rectification {
            dueAt
            standard
            completionReportedAt
            planReturn {
              at
              reason
              person {
                id
                label
              }
            }
            closeOutRefusal {
              at
              reason
              person {
                id
                label
              }
            }
            verifications {
              at
              passed
              note
              person {
                id
                label
              }
            }
            measures {
              standard
            }
          }
        }
      }
    }
  }
`);

export const inboxIn = ({ findings }: ResultOf<typeof INBOX>) => findings;

export type Item = ResultOf<typeof INBOX>['findings']['edges'][number]['node'];
