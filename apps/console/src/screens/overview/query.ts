import { graphql, type ResultOf } from '../../api/graphql';

const FIGURE = graphql(`
  fragment Figured on Figure @_unmask {
    now
    weeks
  }
`);

export const OVERVIEW = graphql(
  `
    query Overview($asOf: String, $place: ID) {
      head
      overview(asOf: $asOf, placesOf: $place) {
        at
        recordedToday
        unowned {
          ...Figured
        }
        open {
          ...Figured
        }
        dueSoon {
          ...Figured
        }
        overdue {
          ...Figured
        }
        recurred {
          ...Figured
        }
        places {
          dutyPoints
          territorial
          departmental
          unit
          individual
          territory {
            id
            label
          }
        }
        orders {
          issuedAt
          bodies
          delivered
          acknowledged
          passedOn
          directive {
            id
            label
          }
          issuer {
            id
            label
          }
        }
      }
      dutyGaps(first: 50, asOf: $asOf) {
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            id
            kind
            parties
            step
            place
            matter
            detectedAt
            territory {
              id
              label
            }
            provisionalHolder {
              id
              label
            }
            between {
              dutyPoint {
                id
                label
              }
              organisation {
                id
                label
              }
            }
          }
        }
      }
    }
  `,
  [FIGURE],
);

export const WORK = graphql(`
  query Work {
    me {
      work {
        directives
        requests
        findings
        receipts
        dutyPoints
        grants
        imports
        lateEntries
      }
    }
  }
`);

export type Looked = ResultOf<typeof OVERVIEW>;
export type Overview = Looked['overview'];
export type Gap = Looked['dutyGaps']['edges'][number]['node'];
