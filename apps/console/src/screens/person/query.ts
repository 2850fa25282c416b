import { graphql, type ResultOf } from '../../api/graphql';

export const PERSON = graphql(`
  query Person($id: ID!, $asOf: String, $waitFor: String) {
    person(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      name: label
      appointments {
        postId
        from
        to
        organisation {
          id
          label
        }
      }
      deputies {
        postId
        from
        to
        deputy {
          id
          label
        }
      }
      absences {
        postId
        from
        to
        reason
        person {
          id
          label
        }
      }
      corrections {
        at
        reason
        person {
          id
          label
        }
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

export type Person = NonNullable<ResultOf<typeof PERSON>['person']>;
export type Appointment = Person['appointments'][number];
export type Absence = Person['absences'][number];
