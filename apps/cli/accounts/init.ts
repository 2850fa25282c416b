import { SYSTEM } from '#access';
import { accountOf, grantsOf } from '#contexts/grants';
import { LEVELS, ORG_KINDS } from '#contexts/parties';
import { idOf, type Id } from '#kernel';
import { uuidV5 } from '#platform/event-store';
import { comparableName, oneTimePassword } from '#platform/sign-in';
import { Failed } from '../failed.js';
import { oneOf, signInName } from './checked.js';
import { found, type Founded, type FoundedIds } from './first-administrator.js';
import { withGate, type Gate } from './gate.js';

/** What the operator names. */
export interface Founding extends Omit<Founded, 'post'> {
  /** A post of administrators, when left out. */
  readonly post?: string | undefined;
  readonly signIn: string;
}

const ADMINISTRATOR = { post: '系统管理员', postEn: 'System administrator' };

const FOUNDINGS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000005';

/** What a founding makes has ids that follow from the log: broken off, it is the same founding that goes on. */
const idsOf = (log: string): FoundedIds => {
  const the = <K extends string>(kind: K): Id<K> => idOf(kind, uuidV5(`${log} ${kind}`, FOUNDINGS));
  return {
    ...{ territoryId: the('territory'), orgId: the('organisation'), postId: the('post'), personId: the('person') },
  };
};

/** The password comes last: what was broken off before it was read is begun again, as long as nobody signed in with it. */
const letIn = async (
  { door }: Gate,
  { personId }: FoundedIds,
  signIn: string,
): Promise<{ name: string; password: string }> => {
  const owner = accountOf(personId);
  const password = oneTimePassword();
  const [secret, now] = [await door.passwords.secretOf(password), door.now()];
  const name = comparableName(signIn);
  if (await door.credentials.add({ account: owner, name, secret, mustChange: true }, now)) {
    door.securityLog.add('user_created', { account: owner, by: SYSTEM.actorId }, now);
    return { name, password };
  }
  const known = await door.credentials.of(owner);
  if (!known?.mustChange) throw founded();
  await door.credentials.change(owner, { secret, mustChange: true }, now);
  await door.guesses.forget(known.name);
  return { name: known.name, password };
};

const founded = (): Failed =>
  new Failed(
    'the first administrator is there and has signed in: nothing was changed 首任系统管理员已设立并已登录，未作更改',
  );

/** Makes the first administrator of an empty log; a row that shows the password of the first sign-in, once. */
export const init = (asked: Founding) => {
  const { post } = asked;
  const inPost = post === undefined ? ADMINISTRATOR : { post };
  const named = { ...asked, ...inPost, level: oneOf(LEVELS, asked.level), kind: oneOf(ORG_KINDS, asked.kind) };
  const signIn = signInName(asked.signIn);
  return withGate(async (gate) => {
    const ids = idsOf(await gate.events.identity());
    const known = await gate.door.credentials.of(accountOf(ids.personId));
    if (known && !known.mustChange) throw founded();
    await found(gate, ids, named);
    const { name, password } = await letIn(gate, ids, signIn);
    return { name, oneTimePassword: password, person: ids.personId, grants: grantsOf(ids.personId) };
  });
};
