import type { Actor } from '#access';
import { SIGN_IN_REFUSALS, type Admitted, type HeldPost } from '#platform/sign-in';
import { fromOf } from '../../api/auth/door.js';
import { EXIT, Failed } from '../failed.js';
import type { Gate } from './gate.js';
import { toldNo } from './refused.js';
import { toldName, toldPassword } from './secrets.js';

/** Where commands come from, as it may be kept. */
export const fromHere = (door: Gate['door']): string => fromOf(door, 'command line');

/** Lets in whoever knows their name and password, by the same rules as over the network. */
export const admitted = async ({ door }: Gate): Promise<Admitted & { readonly password: string }> => {
  const [name, password] = [await toldName(), await toldPassword()];
  const answer = await door.signIn.admit({ name, password, from: fromHere(door) });
  if ('refused' in answer) throw toldNo(answer.refused, SIGN_IN_REFUSALS[answer.refused]);
  return { ...answer, password };
};

/** In whose name a command acts: in the post that is named, or in the only one. Their session lasts as long as the command. */
export const inTheirName = async <T>(
  gate: Gate,
  post: string | undefined,
  work: (actor: Actor) => Promise<T>,
): Promise<T> => {
  const { keeper } = gate.door;
  const { account, mustChange } = await admitted(gate);
  if (mustChange) throw new Failed('first choose another password 请先修改密码: sifang account password');
  const secret = await keeper.begin(account, { mustChange: false });
  if (secret === undefined) throw toldNo('ACCOUNT_DISABLED', SIGN_IN_REFUSALS.ACCOUNT_DISABLED);
  try {
    return await work(await chosen(gate, { secret, post }));
  } finally {
    const inSession = await keeper.seen(secret);
    if (inSession) await keeper.end(account, inSession.session.id, 'SIGNED_OUT');
  }
};

interface Held {
  readonly secret: string;
  readonly post: string | undefined;
}

const noPost = (posts: readonly HeldPost[]): Failed => {
  const ids = posts.map(({ postId }) => postId).join(', ');
  return new Failed(`say in which post, with --post 请用 --post 指定岗位: ${ids === '' ? 'none 无' : ids}`, EXIT.usage);
};

const chosen = async ({ door: { keeper } }: Gate, { secret, post }: Held): Promise<Actor> => {
  const before = await keeper.seen(secret);
  if (!before) throw noPost([]);
  const { posts } = before.standing;
  const named = posts.find(({ postId }) => postId === post);
  if (post !== undefined && !named) throw noPost(posts);
  if (named) await keeper.choose(before.session, named);
  const now = await keeper.seen(secret);
  if (now?.actor) return now.actor;
  throw noPost(posts);
};
