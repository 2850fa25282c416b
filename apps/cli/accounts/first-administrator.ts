import { SYSTEM, type Actor } from '#access';
import { account, accountOf, grants, grantsOf } from '#contexts/grants';
import { organisation, person, territory, territoryStream } from '#contexts/parties';
import type { Id, Message } from '#kernel';
import { Failed } from '../failed.js';
import type { Gate } from './gate.js';
import { recordedOr } from './refused.js';

/** What a founding makes, by their ids: the same each time that it is tried. */
export interface FoundedIds {
  readonly territoryId: Id<'territory'>;
  readonly orgId: Id<'organisation'>;
  readonly postId: Id<'post'>;
  readonly personId: Id<'person'>;
}

/** What it is called: a place at the root, the body that runs the system there, and who begins it in which post. */
export interface Founded {
  readonly territory: string;
  readonly territoryEn?: string | undefined;
  readonly level: string;
  readonly body: string;
  readonly bodyEn?: string | undefined;
  readonly kind: string;
  readonly post: string;
  readonly postEn?: string | undefined;
  readonly person: string;
  readonly personEn?: string | undefined;
}

/** The first administrator sets up the directory before anybody holds a post; W4 lets them as long as nobody does. */
const founderOf = ({ personId, orgId, postId }: FoundedIds): Actor => ({
  ...{ actorId: personId, orgId, postId },
  grants: [{ role: 'admin' }],
});

const isBegun = async ({ events, facts }: Gate, { territoryId }: FoundedIds): Promise<boolean> =>
  (await events.head()) === 'start' || (await facts.state(territoryStream, territoryId)).is !== 'new';

const called = (name: string, nameEn?: string) => ({ name, ...(nameEn !== undefined && { nameEn }) });
const titled = (title: string, titleEn?: string) => ({ title, ...(titleEn !== undefined && { titleEn }) });

const setUp = async (gate: Gate, ids: FoundedIds, named: Founded): Promise<void> => {
  const { territoryId, orgId, postId, personId } = ids;
  const actor = founderOf(ids);
  const validFrom = (await gate.now()).toISOString();
  const place = {
    type: 'AddTerritory',
    data: { ...called(named.territory, named.territoryEn), level: named.level, validFrom },
  };
  recordedOr(await gate.decide({ decider: territory, stream: territoryId, command: place, actor }), 'TERRITORY_EXISTS');
  const body = {
    ...called(named.body, named.bodyEn),
    orgKind: named.kind,
    territoryId,
    temporary: named.kind === 'headquarters',
  };
  const steps: readonly (readonly [typeof organisation | typeof person, Id, Message])[] = [
    [organisation, orgId, { type: 'CreateOrganisation', data: body }],
    [organisation, orgId, { type: 'EstablishPost', data: { postId, ...titled(named.post, named.postEn) } }],
    [person, personId, { type: 'RegisterPerson', data: called(named.person, named.personEn) }],
    [person, personId, { type: 'HoldPost', data: { postId, orgId, from: validFrom } }],
  ];
  for (const [decider, stream, command] of steps) {
    const outcome = await gate.decide({ decider, stream, command, actor });
    // Who is in the first post already takes no second one for themselves.
    recordedOr(outcome, 'ORGANISATION_EXISTS', 'POST_EXISTS', 'PERSON_EXISTS', 'OWN_POST');
  }
};

const enthrone = async (gate: Gate, { personId }: FoundedIds): Promise<void> => {
  const [decide, actor] = [gate.decide, SYSTEM];
  const add = { type: 'AddAccount', data: { personId } };
  recordedOr(await decide({ decider: account, stream: accountOf(personId), command: add, actor }), 'ACCOUNT_EXISTS');
  const from = (await gate.now()).toISOString();
  const data = { personId, from, reason: '首任系统管理员' };
  const found = { type: 'FoundAdministrator', data };
  recordedOr(await decide({ decider: grants, stream: grantsOf(personId), command: found, actor }), 'FOUNDED_ALREADY');
};

/** Makes the first administrator of an empty log, or goes on with that. Throws Failed where somebody began it otherwise. */
export const found = async (gate: Gate, ids: FoundedIds, named: Founded): Promise<void> => {
  if (!(await isBegun(gate, ids))) {
    throw new Failed('the log is not empty: somebody began it otherwise 日志非空，无法设立首任系统管理员');
  }
  await setUp(gate, ids, named);
  await enthrone(gate, ids);
};
