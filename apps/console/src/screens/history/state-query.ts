import { graphql, type ResultOf } from '../../api/graphql';

const HOLDER = graphql(`
  fragment HeldCell on PartyCell @_unmask {
    state
    lead {
      organisation {
        id
        label
      }
      person {
        id
        label
      }
    }
  }
`);

/** What was known at a moment of a record's own thing, and of the duty point in it. */
export const STATE = graphql(
  `
    query KnownThen(
      $id: ID!
      $point: ID!
      $asOf: String
      $isFinding: Boolean!
      $hasPoint: Boolean!
      $isDirective: Boolean!
    ) {
      finding(id: $id, asOf: $asOf) @include(if: $isFinding) {
        id
        number
        status
        severity
        class
        description
        place
        answerable {
          party
          organisation {
            id
            label
          }
          person {
            id
            label
          }
        }
        rectification {
          dueAt
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
            measure
          }
        }
      }
      dutyPoint(id: $point, asOf: $asOf) @include(if: $hasPoint) {
        id
        step
        standard
        place
        retiredAt
        territorial {
          ...HeldCell
        }
        departmental {
          ...HeldCell
        }
        unit {
          ...HeldCell
        }
        individual {
          ...HeldCell
        }
      }
      directive(id: $id, asOf: $asOf) @include(if: $isDirective) {
        id
        status
        title
        number
        issuedAt
        text(first: 3000)
        issuer {
          id
          label
        }
      }
    }
  `,
  [HOLDER],
);

export type Known = ResultOf<typeof STATE>;
export type KnownPoint = NonNullable<Known['dutyPoint']>;
