import { createHash } from 'node:crypto';
import { idOf, type Id } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AccessToken, AccessTokens } from './access-tokens.js';
import type { Standing } from './standing.js';
import { TokenKeeper, type Wanted } from './token-keeper.js';
import { MOST_TOKENS } from './token.refusals.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const account = idOf('account', uuid(1));
const personId = idOf('person', uuid(1));
const orgId = idOf('organisation', uuid(1));
const post = { postId: idOf('post', uuid(1)), orgId, territoryId: idOf('territory', uuid(1)) };
const chosen = { postId: post.postId, orgId };
const NOTHING = { account: 0, post: 0, roles: [], password: 0 };
const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-01-05T01:00:00.000Z');

/** Tokens in memory. */
class MemoryTokens implements AccessTokens {
  readonly kept = new Map<string, AccessToken>();
  uses = 0;
  add = (digest: Buffer, token: Omit<AccessToken, 'usedAt'>, most: number) => {
    const isRoom = this.kept.size < most;
    if (isRoom) this.kept.set(digest.toString('hex'), { ...token, usedAt: undefined });
    return Promise.resolve(isRoom);
  };
  known = (digest: Buffer, now: Date) => {
    const token = this.kept.get(digest.toString('hex'));
    return Promise.resolve(token && token.endsAt > now ? token : undefined);
  };
  hasEnded = (digest: Buffer, now: Date) =>
    Promise.resolve((this.kept.get(digest.toString('hex'))?.endsAt ?? now) < now);
  used = (id: string, usedAt: Date) => {
    this.uses += 1;
    for (const [key, one] of this.kept) if (one.id === id) this.kept.set(key, { ...one, usedAt });
    return Promise.resolve();
  };
  of = () => Promise.resolve([...this.kept.values()]);
  end = (of: Id<'account'>, id: string) =>
    Promise.resolve([...this.kept].some(([key, one]) => one.account === of && one.id === id && this.kept.delete(key)));
}

describe('a personal token', () => {
  let tokens: MemoryTokens;
  let standing: Standing;
  let now = new Date(START);
  let isOpen = true;
  let keeper: TokenKeeper;
  const words: string[] = [];
  beforeEach(() => {
    tokens = new MemoryTokens();
    now = new Date(START);
    isOpen = true;
    words.length = 0;
    const grants = [
      { role: 'unit', orgId },
      { role: 'unit-head', orgId },
    ] as const;
    standing = { personId, posts: [post], grants };
    keeper = new TokenKeeper({
      tokens,
      passwords: { secretOf: (password) => Promise.resolve(`kept ${password}`) },
      standings: { of: () => Promise.resolve(isOpen ? standing : undefined) },
      securityLog: { add: (word) => void words.push(word) },
      now: () => now,
    });
  });
  const make = (more: Partial<Wanted> = {}) =>
    keeper.make(
      account,
      { chosen, standing },
      { name: 'Report', scope: 'write', endsAt: new Date(START + DAY), ...more },
    );
  const secret = async (more: Partial<Wanted> = {}) => {
    const made = await make(more);
    return 'secret' in made ? made.secret : made.refused;
  };

  it('is told once, of which only a digest is kept, and acts in the post by the record', async () => {
    const told = await secret();
    expect(told).toMatch(/^sfp_[\w-]{43}$/);
    expect([...tokens.kept.keys()]).toEqual([createHash('sha256').update(told).digest('hex')]);
    expect(JSON.stringify([...tokens.kept.values()])).not.toContain(told.slice(4));
    expect(await keeper.seen(told)).toMatchObject({
      actor: { actorId: personId, ...chosen, byRecord: true, grants: standing.grants },
    });
    expect(await keeper.seen('sfp_another')).toBeUndefined();
    expect(words).toEqual(['authn_token_created']);
  });

  it('says to who guards the door what is wrong with one that is not known', async () => {
    const told = await secret();
    expect(await keeper.fault(told.replace(/.$/, ''))).toBe('TOKEN_MALFORMED');
    expect(await keeper.fault(`sfp_${'a'.repeat(43)}`)).toBe('TOKEN_UNKNOWN');
    now = new Date(START + DAY + 1);
    expect(await keeper.fault(told)).toBe('TOKEN_EXPIRED');
  });

  it('may be limited to some of the roles, and to no other', async () => {
    const told = await secret({ roles: ['unit'] });
    expect((await keeper.seen(told))?.actor).toMatchObject({ onlyAs: ['unit'], grants: [{ role: 'unit', orgId }] });
    expect(await make({ roles: ['unit', 'admin'] })).toEqual({ refused: 'ROLE_NOT_HELD' });
  });

  it('SD6: is not made by who acts for another', async () => {
    const lent = { chosen: { ...chosen, onBehalfOf: personId }, standing };
    const made = await keeper.make(account, lent, { name: 'Report', scope: 'write', endsAt: new Date(START + DAY) });
    expect(made).toEqual({ refused: 'ACTING_FOR_ANOTHER' });
    expect([tokens.kept.size, words]).toEqual([0, []]);
  });

  it('has no role that was granted after it was made', async () => {
    const told = await secret();
    standing = { ...standing, grants: [...standing.grants, { role: 'lead', territory: '' }] };
    expect((await keeper.seen(told))?.actor.grants.map(({ role }) => role)).toEqual(['unit', 'unit-head']);
  });

  it('ends on a day that has to be named, within a year', async () => {
    for (const ms of [0, -1, 366 * DAY + 1]) {
      expect(await make({ endsAt: new Date(START + ms) })).toEqual({ refused: 'TOKEN_TOO_LONG' });
    }
    const told = await secret({ endsAt: new Date(START + 366 * DAY) });
    now = new Date(START + 366 * DAY - 1);
    expect(await keeper.seen(told)).toBeDefined();
    now = new Date(START + 366 * DAY);
    expect(await keeper.seen(told)).toBeUndefined();
  });

  it.each([
    ['the account is shut', () => void (isOpen = false)],
    ['the post ends', () => void (standing = { ...standing, posts: [] })],
    ['a grant of it ends', () => void (standing = { ...standing, grants: standing.grants.slice(0, 1) })],
    [
      'the account was shut, and is open again',
      () => void (standing = { ...standing, ended: { ...NOTHING, account: 1 } }),
    ],
    ['the post ended, and is held again', () => void (standing = { ...standing, ended: { ...NOTHING, post: 1 } })],
    [
      'a grant of it ended, and the same was made',
      () => void (standing = { ...standing, ended: { ...NOTHING, roles: ['unit'] } }),
    ],
  ])('T29: is dead with the next request once %s, for good', async (_, happens) => {
    const told = await secret();
    const before = standing;
    happens();
    expect(await keeper.seen(told)).toBeUndefined();
    [standing, isOpen] = [before, true];
    expect(await keeper.seen(told)).toBeUndefined();
    expect(words).toEqual(['authn_token_created', 'authn_token_revoked']);
  });

  it('outlives a grant that it was not made on, and a password', async () => {
    const told = await secret({ roles: ['unit'] });
    standing = {
      ...standing,
      grants: standing.grants.slice(0, 1),
      ended: { ...NOTHING, roles: ['unit-head'], password: 1 },
    };
    expect(await keeper.seen(told)).toBeDefined();
  });

  it('is revoked by its owner only', async () => {
    const told = await secret();
    const [{ id } = { id: '' }] = await keeper.of(account);
    expect(await keeper.end(idOf('account', uuid(2)), id)).toBe(false);
    expect(await keeper.seen(told)).toBeDefined();
    expect(await keeper.end(account, id)).toBe(true);
    expect(await keeper.seen(told)).toBeUndefined();
  });

  it('says when it was used, to the minute', async () => {
    const told = await secret();
    for (const second of [0, 59, 60, 61]) {
      now = new Date(START + second * 1000);
      await keeper.seen(told);
      await keeper.known(told);
    }
    expect(tokens.uses).toBe(2);
    expect((await keeper.of(account))[0]?.usedAt).toEqual(new Date(START + 60_000));
  });

  it('is kept for a service account beside its secret, found by its name', async () => {
    const made = await keeper.makeService(account, { chosen, standing }, { name: 'Sync', scope: 'read', endsAt: now });
    expect(made).toEqual({ refused: 'TOKEN_TOO_LONG' });
    const endsAt = new Date(START + DAY);
    const service = await keeper.makeService(account, { chosen, standing }, { name: 'Sync', scope: 'read', endsAt });
    if ('refused' in service) throw new Error(service.refused);
    expect(service).toMatchObject({
      clientId: expect.stringMatching(/^sfc_/),
      clientSecret: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await keeper.seen(service.clientId)).toMatchObject({
      token: { scope: 'read', secret: `kept ${service.clientSecret}` },
    });
  });

  it('is one of twenty at most', async () => {
    for (let count = 0; count < MOST_TOKENS; count++) expect(await secret()).toMatch(/^sfp_/);
    expect(await make()).toEqual({ refused: 'TOO_MANY_TOKENS_HELD' });
  });
});
