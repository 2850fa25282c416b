import { createHash } from 'node:crypto';
import { idOf, type Id } from '#kernel';
import type { SecurityAbout } from '#platform/security';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SessionKeeper } from './session-keeper.js';
import type { Session, SessionEnd, Sessions } from './sessions.js';
import type { Standing } from './standing.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const account = idOf('account', uuid(1));
const personId = idOf('person', uuid(1));
const post = (n: number) => ({
  postId: idOf('post', uuid(n)),
  orgId: idOf('organisation', uuid(n)),
  territoryId: idOf('territory', uuid(n)),
});
const digest = (secret = '') => createHash('sha256').update(secret).digest('hex');

/** Sessions in memory: they last until somebody ends them. */
class MemorySessions implements Sessions {
  readonly kept = new Map<string, Session>();
  begin = (key: Buffer, session: Omit<Session, 'chosen' | 'seenAt'>) =>
    Promise.resolve(
      void this.kept.set(key.toString('hex'), { ...session, chosen: undefined, seenAt: session.beganAt }),
    );
  known = (key: Buffer) => Promise.resolve(this.kept.get(key.toString('hex')));
  seen = (key: Buffer) => Promise.resolve(this.kept.get(key.toString('hex')));
  choose = (id: string, chosen: Session['chosen'], standing: string) => {
    for (const [key, one] of this.kept) if (one.id === id) this.kept.set(key, { ...one, chosen, standing });
    return Promise.resolve();
  };
  of = (of: Id<'account'>) => Promise.resolve([...this.kept.values()].filter((one) => one.account === of));
  end = (_: Id<'account'>, id: string) =>
    Promise.resolve([...this.kept].some(([key, one]) => one.id === id && this.kept.delete(key)));
  endAll = () => Promise.resolve(2);
  endIssued = () => Promise.resolve([]);
}

describe('a session', () => {
  let sessions: MemorySessions;
  let standing: Standing | undefined;
  const words: string[] = [];
  const ends: SecurityAbout[] = [];
  let keeper: SessionKeeper;
  beforeEach(() => {
    sessions = new MemorySessions();
    standing = { personId, posts: [post(1)], grants: [{ role: 'unit', orgId: post(1).orgId }] };
    words.length = 0;
    ends.length = 0;
    keeper = new SessionKeeper({
      sessions,
      standings: { of: () => Promise.resolve(standing) },
      securityLog: {
        add: (word, about) => {
          words.push(word);
          if (word === 'session_expired') ends.push(about);
        },
      },
      now: () => new Date('2026-01-05T01:00:00.000Z'),
    });
  });

  it('is known by what the browser holds, of which only a digest is kept', async () => {
    const secret = await keeper.begin(account);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect([...sessions.kept.keys()]).toEqual([digest(secret)]);
    expect(await keeper.seen('another')).toBeUndefined();
    expect(words).toEqual(['session_created']);
  });

  it('SD6: acts in the only post that its owner holds, with what is granted by the record', async () => {
    const secret = (await keeper.begin(account)) ?? '';
    expect((await keeper.seen(secret))?.actor).toEqual({
      ...{ actorId: personId, ...post(1) },
      ...{ grants: standing?.grants, byRecord: true },
    });
  });

  it('T29: does not begin where what let its owner in ended while it began', async () => {
    let kept = 0;
    const isStill = () => {
      kept = sessions.kept.size;
      return Promise.resolve(false);
    };
    expect(await keeper.begin(account, { isStill })).toBeUndefined();
    // Looked at when it was there already: whoever ends a password ends every session that is.
    expect([kept, sessions.kept.size]).toEqual([1, 0]);
    expect(words).toEqual(['session_created', 'session_expired']);
    expect(await keeper.begin(account, { isStill: () => Promise.resolve(true) })).toBeDefined();
  });

  it('acts in no post while another password has to be chosen', async () => {
    const secret = (await keeper.begin(account, { mustChange: true })) ?? '';
    expect(await keeper.seen(secret)).toMatchObject({ standing: { personId }, actor: undefined });
  });

  it('SD6: acts in no post until one of several is chosen, and never in another’s', async () => {
    standing = { personId, posts: [post(1), post(2)], grants: [] };
    const secret = (await keeper.begin(account)) ?? '';
    expect((await keeper.seen(secret))?.actor).toBeUndefined();
    const session = { id: sessions.kept.get(digest(secret))?.id ?? '', account };
    expect(await keeper.choose(session, post(3))).toBe(false);
    expect(await keeper.choose(session, { ...post(2), orgId: post(1).orgId })).toBe(false);
    expect(await keeper.choose(session, post(2))).toBe(true);
    expect((await keeper.seen(secret))?.actor).toMatchObject(post(2));
  });

  it('T28: lasts for what was opened in one post only while that post is the one that is chosen', async () => {
    standing = { personId, posts: [post(1), post(2)], grants: [] };
    const secret = (await keeper.begin(account)) ?? '';
    const session = { id: sessions.kept.get(digest(secret))?.id ?? '', account };
    await keeper.choose(session, post(1));
    expect(await keeper.lasts(secret, post(1))).toBe(true);
    await keeper.choose(session, post(2));
    expect([await keeper.lasts(secret, post(1)), await keeper.lasts(secret, post(2))]).toEqual([false, true]);
  });

  it('SD6: acts for another in their post, by the record, and no longer once that is over (T29)', async () => {
    const onBehalfOf = idOf('person', uuid(7));
    const forAnother = [{ ...post(2), onBehalfOf }];
    const own = { personId, posts: [post(1)], grants: [] };
    standing = { ...own, forAnother };
    const secret = (await keeper.begin(account)) ?? '';
    const session = { id: sessions.kept.get(digest(secret))?.id ?? '', account };
    expect(await keeper.choose(session, post(2))).toBe(false);
    expect(await keeper.choose(session, { ...post(2), onBehalfOf: idOf('person', uuid(8)) })).toBe(false);
    expect((await keeper.seen(secret))?.actor).toMatchObject(post(1));
    expect(await keeper.choose(session, { ...post(2), onBehalfOf })).toBe(true);
    expect((await keeper.seen(secret))?.actor).toMatchObject({ actorId: personId, ...post(2), onBehalfOf });
    expect([await keeper.lasts(secret, { ...post(2), onBehalfOf }), await keeper.lasts(secret, post(2))]).toEqual([
      true,
      false,
    ]);
    standing = own;
    expect(await keeper.lasts(secret, { ...post(2), onBehalfOf })).toBe(false);
    expect(await keeper.seen(secret)).toBeUndefined();
    expect(ends).toEqual([{ account, code: 'ACTING_ENDED' }]);
  });

  it.each<[string, SessionEnd, (before: Standing) => Standing | undefined]>([
    ['the account is shut', 'ACCOUNT_DISABLED', () => undefined],
    ['the post ends', 'POST_ENDED', (before) => ({ ...before, posts: [] })],
    ['another post begins', 'POSTS_CHANGED', (before) => ({ ...before, posts: [...before.posts, post(2)] })],
    ['a grant ends', 'GRANTS_CHANGED', (before) => ({ ...before, grants: [] })],
    ['something is granted', 'GRANTS_CHANGED', (before) => ({ ...before, grants: [{ role: 'unit-head' }] })],
  ])(
    'T29: ends with the next request after %s, for good, and the security log says why once',
    async (_, why, change) => {
      const secret = (await keeper.begin(account)) ?? '';
      const before = standing;
      standing = before && change(before);
      expect(await keeper.seen(secret)).toBeUndefined();
      standing = before;
      expect(await keeper.seen(secret)).toBeUndefined();
      expect(ends).toEqual([{ account, code: why }]);
    },
  );

  it('says in the security log who ended it and why, and of none that was not there', async () => {
    await keeper.begin(account);
    const [{ id } = { id: '' }] = await sessions.of(account);
    const by = idOf('person', uuid(9));
    expect(await keeper.end(account, id, 'SIGNED_OUT')).toBe(true);
    expect(await keeper.end(account, id, 'SIGNED_OUT')).toBe(false);
    expect(await keeper.endAll(account, 'PASSWORD_RESET', { by })).toBe(2);
    expect(ends).toEqual([
      { account, code: 'SIGNED_OUT' },
      { account, code: 'PASSWORD_RESET', by, count: 2 },
    ]);
  });

  it('does not begin for an account that is shut', async () => {
    standing = undefined;
    expect(await keeper.begin(account)).toBeUndefined();
    expect(sessions.kept.size).toBe(0);
  });
});
