import { graphql, type ResultOf } from '../../api/graphql';

/** People as far as they are to be seen: of a name, or who hold or held a post of a body. */
export const PEOPLE = graphql(`
  query People($text: String, $orgId: ID, $after: String, $asOf: String, $waitFor: String) {
    persons(first: 50, text: $text, orgId: $orgId, after: $after, asOf: $asOf, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
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
        }
      }
    }
  }
`);

export const peopleIn = ({ persons }: ResultOf<typeof PEOPLE>) => persons;
export type PeoplePage = ResultOf<typeof PEOPLE>['persons'];
export type PersonOfList = PeoplePage['edges'][number]['node'];
