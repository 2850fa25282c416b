import { aLog, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aGrant, anAdministrator, aRequest, the } from '../grants.examples.js';
import { account } from '../account/account.decider.js';
import { grants } from './grant.decider.js';
import { excludes } from './grant.exclusion.js';
import { grantFacts } from './grant.facts.js';
import { othersFirst } from './grant.founding.js';
import { grantsOf, grantStream } from './grant.state.js';
import { GRANTED_ROLES, type GrantedRole } from './grant.words.js';

const on = anAdministrator();
const somebody = { personId: the('person') };
const aPostOf = { postId: the('post'), orgId: the('organisation') };
const registered = { type: 'PersonRegistered', data: { name: 'Lin' } };
const holding = (n: number) => ({
  type: 'PostHeld',
  data: { postId: the('post', n), orgId: the('organisation'), from: '2022-01-01T00:00:00.000Z' },
});
const data = { name: 'A body', orgKind: 'enterprise', territoryId: the('territory'), territoryPath: 'a/' };
const body = { type: 'OrgCreated', data: { ...data, territoryLevel: 'city', temporary: false } };
const established = { type: 'PostEstablished', data: { postId: the('post'), title: 'Clerk' } };
const place = {
  type: 'TerritoryAdded',
  data: { name: 'A place', level: 'city', path: 'a/', validFrom: '2022-01-01T00:00:00.000Z' },
};

describe('what a grant rests on', () => {
  const read = (log: Parameters<typeof aLog>[0], asked: object = {}) =>
    grantFacts(aLog(log), { ...aRequest, ...asked }, on);

  it('is whether the person is there, or the post of that body', async () => {
    expect((await read({ [the('person')]: [registered] })).isThere).toBe(true);
    expect((await read({})).isThere).toBe(false);
    const ofAPost = { grantee: aPostOf };
    expect((await read({ [the('organisation')]: [body, established] }, ofAPost)).isThere).toBe(true);
    expect((await read({ [the('organisation')]: [body] }, ofAPost)).isThere).toBe(false);
    expect((await read({}, ofAPost)).isThere).toBe(false);
    expect((await read({ [the('person')]: [registered] }, { grantee: undefined })).isThere).toBe(false);
  });

  it('is the place and the body that it names, and no other', async () => {
    const log = { [the('territory')]: [place], [the('organisation')]: [body] };
    const of = async (asked: object) => {
      const { territory, body: found } = await read(log, asked);
      return [territory.is, found.is];
    };
    expect(await of({ orgId: the('organisation') })).toEqual(['standing', 'active']);
    expect(await of({ territoryId: undefined })).toEqual(['new', 'new']);
  });

  it('is what a person has by the posts that they hold, and which posts the one who acts holds', async () => {
    const log = {
      [the('person')]: [registered, holding(1)],
      [on.actorId]: [registered, holding(2)],
      [grantsOf(the('post'))]: [aGrant({ role: 'lead', from: '2000-01-01T00:00:00.000Z' })],
    };
    const known = await read(log, { grantee: somebody });
    expect(known.byPost.map(({ role }) => role)).toEqual(['lead']);
    expect(known.ownPosts).toEqual([the('post', 2)]);
    expect((await read(log, { grantee: aPostOf })).byPost).toEqual([]);
    expect((await read(log, { grantee: undefined })).byPost).toEqual([]);
    const system = { ...on, actorId: the('system') };
    expect((await grantFacts(aLog({ [the('system')]: [registered, holding(2)] }), aRequest, system)).ownPosts).toEqual(
      [],
    );
  });

  it('SD5: is whether somebody else was the first administrator', async () => {
    const laid = { by: the('grant', 2), seenBy: 'everybody', occurredAt: on.occurredAt, underWay: true } as const;
    expect(
      await othersFirst(
        withClaims(aLog({}), () => [laid]),
        the('grant'),
      ),
    ).toBe(true);
    expect(
      await othersFirst(
        withClaims(aLog({}), () => [laid]),
        the('grant', 2),
      ),
    ).toBe(false);
  });
});

describe('whose grants and accounts are', () => {
  const anywhere = { territory: '', orgs: [] };
  const owner = (decider: typeof grants | typeof account, is: string, type: string) =>
    decider.owner({ is } as never, { type, data: {} } as never);

  it('nobody’s before there are any, but for what begins them', () => {
    for (const type of ['GrantRole', 'FoundAdministrator', 'TakeOverAdministration']) {
      expect(owner(grants, 'new', type)).toEqual(anywhere);
    }
    expect(owner(grants, 'new', 'EndGrant')).toBeUndefined();
    expect(owner(grants, 'kept', 'EndGrant')).toEqual(anywhere);
    expect(owner(account, 'new', 'AddAccount')).toEqual(anywhere);
    expect(owner(account, 'new', 'DisableAccount')).toBeUndefined();
    expect(owner(account, 'enabled', 'DisableAccount')).toEqual(anywhere);
  });

  it('T18: everybody may see who has which role, once there is any', () => {
    expect(grantStream.seenBy({ is: 'new' })).toBeUndefined();
    expect(grantStream.seenBy({ is: 'kept', grants: [] })).toBe('everybody');
    expect(account.seenBy({ is: 'new' })).toBeUndefined();
    expect(account.seenBy({ is: 'disabled', personId: the('person') })).toEqual({ ...anywhere, register: true });
  });
});

it('SD5: roles exclude each other in these pairs and in no other, whichever somebody has first', () => {
  const words = Object.keys(GRANTED_ROLES.words) as GrantedRole[];
  const supervising = ['inspector', 'lead', 'supervision', 'supervisionHead', 'discipline', 'auditor'];
  const isUnit = (role: string) => role === 'unit' || role === 'unitHead';
  for (const one of words) {
    for (const other of words) {
      const isAdmin = (one === 'admin') !== (other === 'admin');
      const both = (isUnit(one) && supervising.includes(other)) || (isUnit(other) && supervising.includes(one));
      expect([one, other, excludes(one, other)]).toEqual([one, other, isAdmin || both]);
    }
  }
});
