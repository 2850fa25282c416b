import { graphql, type ResultOf } from '../../api/graphql';

/** Why it was not done. */
const NO = graphql(`
  fragment No on Refused @_unmask {
    code
    message
    path
  }
`);

export const MINE = graphql(`
  query Mine {
    me {
      person {
        id
        label
      }
      post {
        id
      }
      organisation {
        id
      }
      onBehalfOf {
        id
      }
      grants {
        role
        territory {
          id
          label
        }
        organisation {
          id
          label
        }
      }
      posts {
        post {
          id
          label
        }
        organisation {
          id
          label
        }
        onBehalfOf {
          id
          label
        }
      }
      sessions {
        id
        isThis
        post {
          id
          label
        }
        organisation {
          id
          label
        }
        onBehalfOf {
          id
          label
        }
        beganAt
        seenAt
        endsAt
      }
      tokens {
        id
        name
        scope
        isService
        roles
        post {
          id
          label
        }
        madeAt
        usedAt
        endsAt
      }
    }
  }
`);

export type Mine = ResultOf<typeof MINE>['me'];

export const END_SESSION = graphql(
  `
    mutation EndSession($input: EndSessionInput!) {
      answer: endSession(input: $input) {
        __typename
        ...No
      }
    }
  `,
  [NO],
);

export const END_OTHER_SESSIONS = graphql(
  `
    mutation EndOtherSessions {
      answer: endOtherSessions {
        __typename
        ...No
      }
    }
  `,
  [NO],
);

export const END_TOKEN = graphql(
  `
    mutation EndToken($input: EndTokenInput!) {
      answer: endToken(input: $input) {
        __typename
        ...No
      }
    }
  `,
  [NO],
);

export const MAKE_TOKEN = graphql(
  `
    mutation MakeToken($input: MakeTokenInput!) {
      answer: makeToken(input: $input) {
        __typename
        ... on TokenMade {
          secret
        }
        ...No
      }
    }
  `,
  [NO],
);
