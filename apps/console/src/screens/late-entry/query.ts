import { graphql, type ResultOf } from '../../api/graphql';

export const LATE_ENTRY = graphql(`
  query LateEntry($id: ID!, $asOf: String, $waitFor: String) {
    lateEntry(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      kind
      status
      number
      photoSha256
      what
      reason
      happenedFrom
      happenedTo
      holds
      told
      registeredAt
      decidedAt
      refusal
      takenBy {
        id
        label
      }
      about {
        id
        label
      }
      body {
        id
        label
      }
      registeredBy {
        id
        label
      }
      decidedBy {
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
`);

export type LateEntry = NonNullable<ResultOf<typeof LATE_ENTRY>['lateEntry']>;
