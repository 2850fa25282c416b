import type { Actor } from '#access';
import { account as accounts, accountOf, accountStream, type AccountRefusal } from '#contexts/grants';
import { isId, type Id } from '#kernel';
import { oneTimePassword, PASSWORD_FAULTS, SIGN_IN_REFUSALS, changeOwnPassword } from '#platform/sign-in';
import { EXIT, Failed } from '../failed.js';
import { signInName } from './checked.js';
import { withGate, type Gate } from './gate.js';
import { recordedOr, toldNo } from './refused.js';
import { toldNewPassword } from './secrets.js';
import { admitted, fromHere, inTheirName } from './signed-in.js';

/** Who acts, where they hold several posts. */
interface In {
  readonly post?: string;
}

const acting = <T>({ post }: In, work: (gate: Gate, actor: Actor) => Promise<T>): Promise<T> =>
  withGate((gate) => inTheirName(gate, post, (actor) => work(gate, actor)));

/**
 * Lets a person sign in. The event comes first and the password after it, so that what broke off in between is put right by the same
 * command.
 */
export const addAccount = ({ person, signIn, ...as }: In & { readonly person: string; readonly signIn: string }) => {
  const name = signInName(signIn);
  if (!isId('person', person)) throw new Failed(`"${person}" is no id of a person 不是人员编号`, EXIT.usage);
  return acting(as, async (gate, actor) => {
    const { credentials, passwords, securityLog, now } = gate.door;
    const owner = accountOf(person);
    if ((await credentials.named(name))?.account !== undefined) throw taken(name);
    const command = { type: 'AddAccount', data: { personId: person } };
    const outcome = await gate.decide({ decider: accounts, stream: owner, command, actor });
    const hasPassword = (await credentials.of(owner)) !== undefined;
    recordedOr(outcome, ...(hasPassword ? [] : ['ACCOUNT_EXISTS']));
    const password = oneTimePassword();
    const secret = await passwords.secretOf(password);
    if (!(await credentials.add({ account: owner, name, secret, mustChange: true }, now()))) throw taken(name);
    securityLog.add('user_created', { account: owner, by: actor.actorId }, now());
    return { name, oneTimePassword: password, person };
  });
};

const taken = (name: string): Failed =>
  new Failed(`somebody signs in as ${name} already: choose another name 登录名 ${name} 已被使用`);

/** The account of whoever signs in by this name. Throws Failed where nobody does. */
const accountNamed = async ({ door }: Gate, signIn: string): Promise<Id<'account'>> => {
  const found = await door.credentials.named(signInName(signIn));
  if (found) return found.account;
  throw new Failed(`nobody signs in as ${signIn} 没有登录名为 ${signIn} 的账号`);
};

/** Gives somebody another password for their next sign-in, and ends what they have open. */
export const resetAccount = (signIn: string, as: In) =>
  acting(as, async (gate, actor) => {
    const { credentials, guesses, keeper, passwords, securityLog, now } = gate.door;
    const stream = await accountNamed(gate, signIn);
    recordedOr(await gate.decide({ decider: accounts, stream, command: { type: 'ResetAccount', data: {} }, actor }));
    const password = oneTimePassword();
    await credentials.change(stream, { secret: await passwords.secretOf(password), mustChange: true }, now());
    await guesses.forget(signInName(signIn));
    await keeper.endAll(stream, 'PASSWORD_RESET', { by: actor.actorId });
    securityLog.add('user_updated', { account: stream, by: actor.actorId }, now());
    return { name: signInName(signIn), oneTimePassword: password };
  });

/** Where it stands so already, what belongs to it is done again: it may have broken off in between. */
const turned =
  (type: 'DisableAccount' | 'EnableAccount', soAlready: AccountRefusal) =>
  (signIn: string, { reason, ...as }: In & { readonly reason: string }) =>
    acting(as, async (gate, actor) => {
      const { keeper, securityLog, now } = gate.door;
      const stream = await accountNamed(gate, signIn);
      const changed = recordedOr(
        await gate.decide({ decider: accounts, stream, command: { type, data: { reason } }, actor }),
        soAlready,
      );
      if (type === 'DisableAccount') await keeper.endAll(stream, 'ACCOUNT_DISABLED', { by: actor.actorId });
      securityLog.add('user_updated', { account: stream, by: actor.actorId }, now());
      return { name: signInName(signIn), enabled: type === 'EnableAccount', changed };
    });

/** Frees an account of the one whom the sign-in service knows it by: who comes next is pinned to it. */
export const unpinAccount = (signIn: string, { reason, ...as }: In & { readonly reason: string }) =>
  acting(as, async (gate, actor) => {
    const stream = await accountNamed(gate, signIn);
    const command = { type: 'UnpinAccount', data: { reason } };
    recordedOr(await gate.decide({ decider: accounts, stream, command, actor }));
    await gate.door.keeper.endAll(stream, 'ACCOUNT_UNPINNED', { by: actor.actorId });
    gate.door.securityLog.add('user_updated', { account: stream, by: actor.actorId }, gate.door.now());
    return { name: signInName(signIn), unpinned: true };
  });

/** Shuts somebody out at once. */
export const disableAccount = turned('DisableAccount', 'DISABLED_ALREADY');
/** Lets somebody in again. */
export const enableAccount = turned('EnableAccount', 'ENABLED_ALREADY');

/** Who can sign in, by the passwords that are kept and by what the log says of their accounts. */
export const listAccounts = (as: In) =>
  acting(as, async (gate) =>
    Promise.all(
      (await gate.door.credentials.all()).map(async ({ account, name, mustChange, lockedUntil }) => {
        const state = await gate.facts.state(accountStream, account);
        const person = state.is === 'new' ? undefined : state.personId;
        const locked = lockedUntil && lockedUntil > gate.door.now() ? lockedUntil.toISOString() : undefined;
        return { name, person, enabled: state.is === 'enabled', mustChange, lockedUntil: locked };
      }),
    ),
  );

/** Gives whoever signs in the password that they choose. */
export const ownPassword = () =>
  withGate(async (gate) => {
    const { account, password: current } = await admitted(gate);
    const next = await toldNewPassword();
    const against = await changeOwnPassword(gate.door, account, { current, next, from: fromHere(gate.door) });
    if (against) throw toldNo(against.code, { ...PASSWORD_FAULTS, ...SIGN_IN_REFUSALS }[against.code]);
    await gate.door.keeper.endAll(account, 'PASSWORD_CHANGED');
    gate.door.securityLog.add('authn_password_change', { account }, gate.door.now());
    return { changed: true };
  });
