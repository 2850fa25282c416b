import { graphql, type ResultOf } from '../../api/graphql';

export const FINDING = graphql(`
  query Finding($id: ID!, $asOf: String, $waitFor: String) {
    finding(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      number
      class
      severity
      status
      closedOut
      description
      place
      occurredAt
      recordedAt
      confirmedAt
      viewerCan {
        command
        label
        allowed
        code
        reason
      }
      dutyPoint {
        id
        label
      }
      recordedBy {
        id
        label
      }
      subject {
        id
        label
      }
      territory {
        id
        label
      }
      answerable {
        party
        lead
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
      evidence {
        id
        sha256
        bytes
        mediaType
        path
        receivedAt
        stored {
          status
          takenAt
        }
      }
      addedEvidence {
        id
        sha256
        bytes
        mediaType
        path
        receivedAt
        stored {
          status
          takenAt
        }
      }
      rectification {
        orderedAt
        acknowledgedAt
        dueAt
        planApprovedAt
        completionReportedAt
        verifiedAt
        closedOutAt
        lookedBackAt
        standard
        rootCause
        fix
        fixBefore {
          id
          sha256
          bytes
          mediaType
        }
        fixAfter {
          id
          sha256
          bytes
          mediaType
        }
        onSite
        reportedBy {
          id
          label
        }
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
        verifiers {
          person {
            id
            label
          }
          organisation {
            id
            label
          }
        }
        verifications {
          at
          passed
          method
          place
          note
          outcomeClass
          person {
            id
            label
          }
          evidence {
            id
            sha256
            bytes
            mediaType
          }
        }
        unit {
          id
          label
        }
        acceptor {
          id
          label
        }
        measures {
          cause
          measure
          standard
          dueAt
          done {
            id
            sha256
            bytes
            mediaType
          }
          responsible {
            id
            label
          }
        }
      }
    }
  }
`);

export type Finding = NonNullable<ResultOf<typeof FINDING>['finding']>;
export type Fix = NonNullable<Finding['rectification']>;
