import { graphql, type ResultOf } from '../../api/graphql';

export const BODY = graphql(`
  query Body($id: ID!, $asOf: String, $waitFor: String) {
    organisation(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      name
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
        title
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
    organisations(first: 50, parentId: $id, asOf: $asOf, waitFor: $waitFor) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

type Looked = ResultOf<typeof BODY>;
export type Body = NonNullable<Looked['organisation']>;
export type Below = Looked['organisations'];
export type Post = Body['posts'][number];
