import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../api/graphql';
import { useSession } from '../session/session';

const TAIL = graphql(`
  query Tail($id: ID!, $after: String) {
    timeline(id: $id, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          title
          position
          recordedAt
          actor {
            person {
              id
              label
            }
          }
        }
      }
    }
  }
`);

type Page = ResultOf<typeof TAIL>['timeline'];
/** What somebody else recorded of the same thing while a form was being filled. */
export type OthersAct = Page['edges'][number]['node'];

/** Looks, before something is recorded, whether somebody else was first. */
export const useOthersActs = (id: string | undefined) => {
  const client = useClient();
  const { me } = useSession();
  const seen = useRef<string>(undefined);
  const [conflict, setConflict] = useState<OthersAct>();

  const page = useCallback(
    async (about: string): Promise<Page | undefined> => {
      const asked = { id: about, after: seen.current ?? null };
      const { data } = await client.query(TAIL, asked, { requestPolicy: 'network-only' }).toPromise();
      seen.current = data?.timeline.pageInfo.endCursor ?? seen.current;
      return data?.timeline;
    },
    [client],
  );

  const sinceThen = useCallback(async (): Promise<readonly OthersAct[]> => {
    const found: OthersAct[] = [];
    let next = id === undefined ? undefined : await page(id);
    while (id !== undefined && next) {
      found.push(...next.edges.map(({ node }) => node));
      next = next.pageInfo.hasNextPage ? await page(id) : undefined;
    }
    return found;
  }, [id, page]);

  // What was there before the form is nobody's act meanwhile: it has been read before anything is looked for.
  const looked = useRef<Promise<unknown>>(undefined);
  useEffect(() => {
    looked.current = sinceThen();
  }, [sinceThen]);

  /** Whether nobody was; otherwise their act is shown first. */
  const isFirst = async (): Promise<boolean> => {
    await looked.current;
    const theirs = (await sinceThen()).findLast(({ actor }) => actor.person.id !== me.person.id);
    setConflict(theirs);
    return theirs === undefined;
  };
  return { conflict, isFirst };
};
