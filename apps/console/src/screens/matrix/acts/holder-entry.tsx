import type { EntryProps } from '../../../forms/act';
import { Entry } from '../../../forms/entry';
import { GroupEntry } from '../../../forms/group-entry';
import { PostOfHolder } from '../../../forms/post-entry';

/** The body comes first: the posts to choose from are its own. */
const FIRST = ['orgId', 'personId', 'postId'];

const Part = (props: EntryProps) =>
  props.field.name === 'postId' ? <PostOfHolder {...props} /> : <Entry {...props} />;

/** Who is to hold: a body, and somebody of it, or a post there. */
export const HolderEntry = (props: EntryProps) => <GroupEntry {...props} Part={Part} first={FIRST} />;
