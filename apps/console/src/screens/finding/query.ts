import { graphql, type ResultOf } from '../../api/graphql';

export const FINDING = graphql(`
  query Finding($id: ID!, $asOf: String) {
    finding(id: $id, asOf: $asOf) {
      id
      class
      severity
      status
      closedOut
      description
      place
      occurredAt
      recordedAt
      confirmedAt
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
      }
      addedEvidence {
        id
        sha256
        bytes
        mediaType
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
