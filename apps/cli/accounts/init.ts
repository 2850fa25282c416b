import { SYSTEM, type Actor } from '#access';
import { account, accountOf, grants, grantsOf } from '#contexts/grants';
import { organisation, person, territory, territoryStream, LEVELS, ORG_KINDS } from '#contexts/parties';
import { idOf, type Id, type Message } from '#kernel';
import { uuidV5 } from '#platform/event-store';
import { comparableName, oneTimePassword } from '#platform/sign-in';
import { Failed } from '../failed.js';
import { oneOf, signInName } from './checked.js';
import { withGate, type Gate } from './gate.js';
import { recordedOr } from './refused.js';

/** What the operator names. */
export interface Founding {
  readonly territory: string;
  readonly level: string;
  readonly body: string;
  readonly kind: string;
  readonly post: string;
  readonly person: string;
  readonly signIn: string;
}

const FOUNDINGS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000005';

/** What a founding makes has ids that follow from the log: broken off, it is the same founding that goes on. */
const idsOf = (log: string) => {
  const the = <K extends string>(kind: K): Id<K> => idOf(kind, uuidV5(`${log} ${kind}`, FOUNDINGS));
  return {
    ...{ territoryId: the('territory'), orgId: the('organisation'), postId: the('post'), personId: the('person') },
  };
};

type Ids = ReturnType<typeof idsOf>;

/** The first administrator sets up the directory before anybody holds a post; W4 lets them as long as nobody does. */
const founderOf = ({ personId, orgId, postId }: Ids): Actor => ({
  ...{ actorId: personId, orgId, postId },
  grants: [{ role: 'admin' }],
});

const isBegun = async ({ events, facts }: Gate, { territoryId }: Ids): Promise<boolean> =>
  (await events.head()) === 'start' || (await facts.state(territoryStream, territoryId)).is !== 'new';

const setUp = async (gate: Gate, ids: Ids, named: Founding): Promise<void> => {
  const { territoryId, orgId, postId, personId } = ids;
  const actor = founderOf(ids);
  const validFrom = (await gate.now()).toISOString();
  const place = { type: 'AddTerritory', data: { name: named.territory, level: named.level, validFrom } };
  recordedOr(await gate.decide({ decider: territory, stream: territoryId, command: place, actor }), 'TERRITORY_EXISTS');
  const body = { name: named.body, orgKind: named.kind, territoryId, temporary: false };
  const steps: readonly (readonly [typeof organisation | typeof person, Id, Message])[] = [
    [organisation, orgId, { type: 'CreateOrganisation', data: body }],
    [organisation, orgId, { type: 'EstablishPost', data: { postId, title: named.post } }],
    [person, personId, { type: 'RegisterPerson', data: { name: named.person } }],
    [person, personId, { type: 'HoldPost', data: { postId, orgId, from: validFrom } }],
  ];
  for (const [decider, stream, command] of steps) {
    const outcome = await gate.decide({ decider, stream, command, actor });
    recordedOr(outcome, 'ORGANISATION_EXISTS', 'POST_EXISTS', 'PERSON_EXISTS', 'ALREADY_IN_POST');
  }
};

const enthrone = async (gate: Gate, { personId }: Ids): Promise<void> => {
  const [decide, actor] = [gate.decide, SYSTEM];
  const add = { type: 'AddAccount', data: { personId } };
  recordedOr(await decide({ decider: account, stream: accountOf(personId), command: add, actor }), 'ACCOUNT_EXISTS');
  const from = (await gate.now()).toISOString();
  const data = { personId, from, reason: 'The first administrator 首任系统管理员' };
  const found = { type: 'FoundAdministrator', data };
  recordedOr(await decide({ decider: grants, stream: grantsOf(personId), command: found, actor }), 'FOUNDED_ALREADY');
};

/** The password comes last: what was broken off before it was read is begun again, as long as nobody signed in with it. */
const letIn = async (
  { door }: Gate,
  { personId }: Ids,
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
  return { name: known.name, password };
};

const founded = (): Failed =>
  new Failed(
    'the first administrator is there and has signed in: nothing was changed 首任系统管理员已设立并已登录，未作更改',
  );

/** Makes the first administrator of an empty log; a row that shows the password of the first sign-in, once. */
export const init = (asked: Founding) => {
  const named = { ...asked, level: oneOf(LEVELS, asked.level), kind: oneOf(ORG_KINDS, asked.kind) };
  const signIn = signInName(asked.signIn);
  return withGate(async (gate) => {
    const ids = idsOf(await gate.events.identity());
    if (!(await isBegun(gate, ids))) {
      throw new Failed('the log is not empty: somebody began it otherwise 日志非空，无法设立首任系统管理员');
    }
    const known = await gate.door.credentials.of(accountOf(ids.personId));
    if (known && !known.mustChange) throw founded();
    await setUp(gate, ids, named);
    await enthrone(gate, ids);
    const { name, password } = await letIn(gate, ids, signIn);
    return { name, oneTimePassword: password, person: ids.personId, grants: grantsOf(ids.personId) };
  });
};
