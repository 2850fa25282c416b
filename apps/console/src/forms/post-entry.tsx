import { graphql } from '../api/graphql';
import { useRead } from '../api/use-read';
import type { EntryProps } from './act';
import { draftIn, textIn } from './draft';
import { PostChoice } from './post-choice';
import { useWholeDraft } from './whole-draft';

/** The posts of a body, of now or of a moment. */
export const POSTS = graphql(`
  query Posts($id: ID!, $asOf: String) {
    organisation(id: $id, asOf: $asOf) {
      id
      posts {
        id
        title: label
      }
    }
  }
`);

/** A post of the body that another field names. */
const PostOf = ({ body, ...props }: EntryProps & { readonly body: string }) =>
  body === '' ? <PostChoice {...props} posts={[]} /> : <OfBody key={body} {...props} body={body} />;

const OfBody = ({ body, ...props }: EntryProps & { readonly body: string }) => {
  const read = useRead(POSTS, { id: body, asOf: undefined });
  return <PostChoice {...props} posts={read.at === 'read' ? (read.data.organisation?.posts ?? []) : []} />;
};

/** Where the body of the post is the one that the command is about. */
export const PostOfBody = (props: EntryProps) => <PostOf {...props} body={textIn(useWholeDraft().orgId)} />;

/** Where the body is named for the post alone. */
export const PostOfItsBody = (props: EntryProps) => <PostOf {...props} body={textIn(useWholeDraft().postOrgId)} />;

/** Where body and post are those of a holder. */
export const PostOfHolder = (props: EntryProps) => (
  <PostOf {...props} body={textIn(draftIn(useWholeDraft().holder).orgId)} />
);
