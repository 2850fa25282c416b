import { graphql, type ResultOf } from '../../../api/graphql';

const LEAD = graphql(`
  fragment Lead on PartyCell @_unmask {
    lead {
      assignmentId
      organisation {
        id
        label
      }
    }
  }
`);

/** What may be done about a duty point, and what the forms begin with: always as it stands now. */
export const DUTY = graphql(
  `
    query Duty($id: ID!, $waitFor: String) {
      dutyPoint(id: $id, waitFor: $waitFor) {
        id
        matter
        step
        place
        placeType
        standard
        line
        operator {
          id
          label
        }
        territorial {
          ...Lead
        }
        departmental {
          ...Lead
        }
        unit {
          ...Lead
        }
        individual {
          ...Lead
        }
        transfers {
          assignmentId
        }
        offeredLinks {
          linkId
        }
        previous {
          id
          label
        }
        next {
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
  `,
  [LEAD],
);

export type Duty = NonNullable<ResultOf<typeof DUTY>['dutyPoint']>;
