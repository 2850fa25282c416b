import { graphql, type ResultOf } from '../../api/graphql';
import type { GrantsSearch } from './which';

const GRANT = graphql(`
  fragment Granted on Grant @_unmask {
    id
    number
    grantee {
      id
      label
    }
    postOf {
      id
      label
    }
    role
    territory {
      id
      label
    }
    organisation {
      id
      label
    }
    status
    from
    to
    proposedBy {
      id
      label
    }
    decidedBy {
      id
      label
    }
    endedAt
  }
`);

export const GRANTS = graphql(
  `
    query Grants(
      $asOf: String
      $after: String
      $status: GrantStatus
      $role: GrantedRole
      $personId: ID
      $postId: ID
      $waitFor: String
    ) {
      grants(
        first: 50
        after: $after
        asOf: $asOf
        status: $status
        role: $role
        personId: $personId
        postId: $postId
        waitFor: $waitFor
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Granted
          }
        }
      }
    }
  `,
  [GRANT],
);

/** All that one person, or one post, was granted, with what may be done about each. */
export const GRANTS_OF = graphql(
  `
    query GrantsOf($asOf: String, $after: String, $personId: ID, $postId: ID, $waitFor: String) {
      grants(first: 50, after: $after, asOf: $asOf, personId: $personId, postId: $postId, waitFor: $waitFor) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Granted
            reason
            because
            proposedAt
            endedBy {
              id
              label
            }
            viewerCan(only: ["approveGrant", "refuseGrant", "endGrant", "handOverAdministration"]) {
              command
              label
              allowed
              code
              reason
            }
          }
        }
      }
    }
  `,
  [GRANT],
);

export const MAY_GRANT = graphql(`
  query MayGrant {
    me {
      viewerCan(only: ["grantRole"]) {
        command
        allowed
      }
    }
  }
`);

export const ACCOUNTS = graphql(`
  query Accounts($asOf: String, $after: String, $enabled: Boolean, $personId: ID, $waitFor: String) {
    accounts(first: 50, after: $after, asOf: $asOf, enabled: $enabled, personId: $personId, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          person {
            id
            label
          }
          enabled
          since
          changedBy {
            id
            label
          }
          reason
          viewerCan(only: ["disableAccount", "enableAccount", "unpinAccount"]) {
            command
            label
            allowed
            code
            reason
          }
        }
      }
    }
  }
`);

export type GrantPage = ResultOf<typeof GRANTS>['grants'];
export type GrantRow = GrantPage['edges'][number]['node'];
export const grantsOfIn = ({ grants }: ResultOf<typeof GRANTS_OF>) => grants;
export type GrantOf = ResultOf<typeof GRANTS_OF>['grants']['edges'][number]['node'];
export type AccountPage = ResultOf<typeof ACCOUNTS>['accounts'];
export type AccountRow = AccountPage['edges'][number]['node'];

/** Whose grants, by what an id says that it is of. */
export const granteeIn = (id: string) => (id.startsWith('post-') ? { postId: id } : { personId: id });

/** What the API is asked for. */
export const grantsAsked = ({ status, role, person, post }: GrantsSearch, asOf: string | undefined) => ({
  ...{ asOf, status, role },
  ...{ personId: person, postId: post },
});
