import correctOrganisation from 'act:correctOrganisation';
import correctPost from 'act:correctPost';
import dissolveOrganisation from 'act:dissolveOrganisation';
import establishPost from 'act:establishPost';
import renameOrganisation from 'act:renameOrganisation';
import { createContext, use } from 'react';
import type { Act, EntryProps } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { OpenAct } from '../../forms/act-panel';
import { PostChoice } from '../../forms/post-choice';
import type { Body } from './query';

const OwnPosts = createContext<Body['posts']>([]);
const OwnPost = (props: EntryProps) => <PostChoice {...props} posts={use(OwnPosts)} />;

const ACTS: Readonly<Record<string, Act>> = {
  renameOrganisation,
  correctOrganisation,
  correctPost: { ...correctPost, entries: { postId: OwnPost } },
  // The id of a new post is made by the server.
  establishPost: { ...establishPost, given: ['postId'] },
  dissolveOrganisation,
};

interface Props extends OpenAct {
  readonly body: Body;
}

/** The form of one command that is about a body. */
export const BodyActForm = ({ body, name, ...rest }: Props) => {
  const act = ACTS[name];
  if (!act) return null;
  return (
    <OwnPosts value={body.posts}>
      <ActForm act={act} id={body.id} {...rest} />
    </OwnPosts>
  );
};
