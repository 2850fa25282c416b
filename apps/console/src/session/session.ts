import { createContext, use } from 'react';
import type { ResultOf } from '../api/graphql';
import { graphql } from '../api/graphql';

export const ME = graphql(`
  query Me {
    me {
      person {
        id
        label
      }
      post {
        id
        label
      }
      organisation {
        id
        label
      }
      territory {
        id
        label
      }
      onBehalfOf {
        id
        label
      }
      posts {
        post {
          id
        }
      }
      grants {
        role
      }
    }
  }
`);

/** Who is signed in, in which post, and how they leave. */
export interface Session {
  readonly me: ResultOf<typeof ME>['me'];
  /** Undefined for who holds one post. */
  readonly changePost: (() => void) | undefined;
  readonly leave: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session that this part of the page is in. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in here');
  return session;
};
