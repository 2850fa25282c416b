import { graphql, type ResultOf } from '../../api/graphql';

export const BODY = graphql(`
  query Body($id: ID!, $asOf: String, $waitFor: String) {
    organisation(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      name: label
      orgKind
      line
      temporary
      validFrom
      dissolvedAt
      territory {
        id
        label
      }
      parent {
        id
        label
      }
      posts {
        id
        title: label
        leaderRole
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

/** The bodies right below one. */
export const BELOW = graphql(`
  query BodiesBelow($id: ID!, $asOf: String, $after: String, $waitFor: String) {
    organisations(first: 100, parentId: $id, asOf: $asOf, after: $after, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name: label
        }
      }
    }
  }
`);

export const belowIn = ({ organisations }: ResultOf<typeof BELOW>) => organisations;

export type Body = NonNullable<ResultOf<typeof BODY>['organisation']>;
export type Post = Body['posts'][number];
