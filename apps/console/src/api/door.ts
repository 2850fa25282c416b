import { failureIn, NO_ANSWER, type Failure, type ToldError } from './failure';
import { ask } from './http';

/** A post that somebody may act in. */
export interface HeldPost {
  readonly postId: string;
  readonly orgId: string;
  readonly post: string | null;
  readonly organisation: string | null;
}

/** A post of somebody who is away and for whom they stand in; `principal` is that one by name. */
export interface PostForAnother extends HeldPost {
  readonly onBehalfOf: string;
  readonly principal: string | null;
}

/** In which post somebody acts, and for whom where it is another’s. */
export type Chosen = Pick<HeldPost, 'postId' | 'orgId'> & Partial<Pick<PostForAnother, 'onBehalfOf'>>;

/** How somebody is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly mustChange: boolean;
  readonly posts: readonly HeldPost[];
  readonly forOthers: readonly PostForAnother[];
  readonly chosen: Chosen | null;
}

/** What the door said: something, or no. */
export type Answer<T> = { readonly said: T } | { readonly failure: Failure };

const failed = async (response: Response): Promise<Failure> => {
  const body = (await response.json().catch(() => ({}))) as { readonly errors?: readonly ToldError[] };
  const [first] = body.errors ?? [];
  return first ? failureIn(first) : NO_ANSWER;
};

const knock = async <T>(method: string, path: string, body?: object): Promise<Answer<T>> => {
  const headers = body && { 'content-type': 'application/json' };
  const init = { method, ...(headers && { headers, body: JSON.stringify(body) }) };
  const response = await ask(`/auth/${path}`, init).catch(() => undefined);
  if (!response) return { failure: NO_ANSWER };
  if (!response.ok) return { failure: await failed(response) };
  return { said: (response.status === 204 ? undefined : await response.json()) as T };
};

/** Coming in, choosing a post, and leaving: outside GraphQL, because nobody is known yet. */
export const door = {
  session: () => knock<SignedIn>('GET', 'session'),
  signIn: (name: string, password: string) => knock('POST', 'sign-in', { name, password }),
  choosePost: ({ postId, orgId, onBehalfOf }: Chosen) => knock('POST', 'post', { postId, orgId, onBehalfOf }),
  changePassword: (current: string, next: string) => knock('POST', 'password', { current, next }),
  signOut: () => knock('POST', 'sign-out', {}),
};
