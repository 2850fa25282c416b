import { describe, expect, it } from '@jest/globals';
import { commonPasswords } from './common-passwords.js';
import { MAX_PASSWORD, passwordFault } from './password-rules.js';
import { Passwords } from './passwords.js';
import { comparableName, isName } from './sign-in-name.js';

const fault = async (password: string, name = 'an.xun') => passwordFault(password, name, await commonPasswords());

describe('a password', () => {
  it.each([
    ['fourteen chars', 'PASSWORD_TOO_SHORT'],
    ['十四个汉字也不够长的密码呢', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(MAX_PASSWORD + 1), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['passwordpassword', 'PASSWORD_COMMON'],
    ['Password123456789', 'PASSWORD_COMMON'],
    ['qwertyuiop123456', 'PASSWORD_COMMON'],
    ['123456789012345', 'PASSWORD_COMMON'],
    ['my name is An.Xun here', 'PASSWORD_HOLDS_NAME'],
  ])('%s is not taken: %s', async (password, code) => {
    expect(await fault(password)).toBe(code);
  });

  it.each(['correct horse battery staple', '四个完全不相干的汉语词语连起来', 'tYq8-wn2K-m0Zr-vL5d'])(
    '%s is taken, whatever kinds of characters it has',
    async (password) => {
      expect(await fault(password)).toBeUndefined();
    },
  );

  it('is as long as it may be, and holds a name of four letters or more as one, not a shorter one', async () => {
    expect(await fault('correct horse battery staple '.repeat(MAX_PASSWORD).slice(0, MAX_PASSWORD))).toBeUndefined();
    expect(await fault('as told by wang4 last year', 'ang4')).toBe('PASSWORD_HOLDS_NAME');
    expect(await fault('as told by wang4 last year', 'ng4')).toBeUndefined();
  });

  it('is known again in whatever form a keyboard sends it, and kept as no text', async () => {
    const passwords = new Passwords();
    const secret = await passwords.secretOf('caf\u00e9 au lait, s\u2019il vous pla\u00eet');
    expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.isBehind('cafe\u0301 au lait, s\u2019il vous plai\u0302t', secret)).toBe(true);
    expect(await passwords.isBehind('something else', secret)).toBe(false);
    expect(await passwords.isBehind('something else', undefined)).toBe(false);
  });

  it('is compared two at a time, and each is answered', async () => {
    const passwords = new Passwords();
    const secret = await passwords.secretOf('one of many of them');
    const all = await Promise.all(Array.from({ length: 6 }, () => passwords.isBehind('one of many of them', secret)));
    expect(all).toEqual(Array.from({ length: 6 }, () => true));
  });
});

describe('a sign-in name', () => {
  it('is one name in all its forms', () => {
    expect(comparableName(' ＡＮ.Xun ')).toBe('an.xun');
  });

  it.each(['an.xun', '安巡', 'an+1@example.org'])('can be %s', (name) => {
    expect(isName(name)).toBe(true);
  });

  it.each(['', '.an', 'an xun', 'an\u202exun', 'x'.repeat(65)])('cannot be "%s"', (name) => {
    expect(isName(name)).toBe(false);
  });
});
