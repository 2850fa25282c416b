import { idOf } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { endedBy, fingerprintOf } from './fingerprint.js';
import type { Standing } from './standing.js';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;
const post = (n: number, of = n) => ({
  ...{ postId: idOf('post', uuid(n)), orgId: idOf('organisation', uuid(of)) },
  territoryId: undefined,
});
const NOTHING = { account: 0, post: 0, roles: [], password: 0 };
const standing: Standing = { personId: idOf('person', uuid(1)), posts: [post(1), post(2)], grants: [{ role: 'unit' }] };

describe('what ends a session', () => {
  const before = fingerprintOf(standing);
  const why = (now: Standing | undefined, chosen: ReturnType<typeof post> | undefined = post(1)) =>
    endedBy({ standing: before, chosen }, now);

  it('SD6: is the end of the post that its owner acts in, of that very body', () => {
    expect(why(standing)).toBeUndefined();
    for (const posts of [[post(2)], [post(1, 2), post(2)], [post(3, 1), post(2)]]) {
      expect(why({ ...standing, posts })).toBe('POST_ENDED');
    }
  });

  it('is any other change of what it rests on, by its own word', () => {
    expect(why({ ...standing, posts: [post(1)] })).toBe('POSTS_CHANGED');
    expect(why({ ...standing, grants: [{ role: 'unit-head' }] })).toBe('GRANTS_CHANGED');
    expect(endedBy({ standing: before, chosen: undefined }, { ...standing, posts: [] })).toBe('POSTS_CHANGED');
    expect(why(undefined)).toBe('ACCOUNT_DISABLED');
    expect(why({ ...standing, unpinned: 0 })).toBeUndefined();
    expect(why({ ...standing, unpinned: 1 })).toBe('ACCOUNT_UNPINNED');
    expect(why({ ...standing, unpinned: 1, grants: [] })).toBe('GRANTS_CHANGED');
    expect(why({ ...standing, unpinned: 1, ended: NOTHING })).toBe('ACCOUNT_UNPINNED');
    const once = fingerprintOf({ ...standing, unpinned: 1 });
    expect(endedBy({ standing: once, chosen: post(1) }, { ...standing, unpinned: 2 })).toBe('ACCOUNT_UNPINNED');
  });

  it('is another password that somebody else gave them', () => {
    expect(why({ ...standing, ended: { ...NOTHING, password: 1 } })).toBe('PASSWORD_RESET');
    const ended = { ...NOTHING, account: 1, password: 2 };
    const all = { ...standing, unpinned: 1, ended };
    const since = (now: Partial<Standing>) =>
      endedBy({ standing: fingerprintOf(all), chosen: post(1) }, { ...all, ...now });
    expect(since({})).toBeUndefined();
    expect(since({ ended: { ...ended, password: 3 } })).toBe('PASSWORD_RESET');
    expect(since({ unpinned: 2 })).toBe('ACCOUNT_UNPINNED');
    expect(since({ ended: { ...ended, account: 2, password: 3 } })).toBe('ACCOUNT_DISABLED');
  });

  it('T29: is the end of what it rests on, also where the same began anew before anybody asked', () => {
    const ended = { ...NOTHING, account: 1, post: 1, roles: ['unit'] } as const;
    const since = (now: Partial<typeof ended>) => {
      const stood = { standing: fingerprintOf({ ...standing, ended }), chosen: post(1) };
      return endedBy(stood, { ...standing, ended: { ...ended, ...now } });
    };
    expect(since({})).toBeUndefined();
    expect(since({ account: 2 as 1 })).toBe('ACCOUNT_DISABLED');
    expect(since({ post: 2 as 1 })).toBe('POST_ENDED');
    expect(since({ roles: ['unit', 'unit'] as never })).toBe('GRANTS_CHANGED');
    expect(why({ ...standing, ended: { ...NOTHING, account: 1 } })).toBe('ACCOUNT_DISABLED');
  });
});
