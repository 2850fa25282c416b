import { CAST, castId, DevelopmentAuthenticator } from '#platform/identity';
import { describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { tokenCommand } from './token-command.js';

const keys = generateKeyPair('EdDSA');
const run = (...args: string[]) => tokenCommand(args, () => keys);
const actorIn = async (token = '') => (await new DevelopmentAuthenticator(await keys).authenticate({ token })).actor;

describe('npm run token', () => {
  it.each(CAST.map(({ as, id }) => [as, id]))('signs in as %s', async (as, id) => {
    const { token, words, code } = await run('--as', as);
    expect(code).toBe(0);
    expect(await actorIn(token)).toMatchObject({ actorId: id, grants: [expect.objectContaining({ role: as })] });
    expect(words).toContain(`Development token for ${as}, valid until `);
  });

  it('lets the administrator stand at the root', async () => {
    expect(await actorIn((await run('--as', 'admin')).token)).toMatchObject({
      grants: [{ role: 'admin', territory: '' }],
    });
  });

  it('makes tokens for other people, from what is said of them', async () => {
    const [person, org, post] = [castId('person', 'x'), castId('organisation', 'x'), castId('post', 'x')];
    const said = ['--person', person, '--org', org, '--post', post, '--roles', 'unit, unit-head'];
    const { token } = await run(...said);
    expect(await actorIn(token)).toEqual({
      actorId: person,
      orgId: org,
      postId: post,
      grants: [
        { role: 'unit', territory: '', orgId: org },
        { role: 'unit-head', territory: '', orgId: org },
      ],
    });
    expect(await actorIn((await run('--as', 'unit', '--org', org)).token)).toMatchObject({
      orgId: org,
      grants: [expect.objectContaining({ role: 'unit' })],
    });
  });

  it.each([
    ['nobody', []],
    ['an unknown name', ['--as', 'emperor']],
    ['a role that does not exist', ['--as', 'unit', '--roles', 'emperor']],
    ['the system', ['--as', 'unit', '--roles', 'system']],
    ['an id of another kind', ['--as', 'unit', '--person', castId('post', 'x')]],
    ['a person without an organisation', ['--person', castId('person', 'x'), '--roles', 'unit']],
    ['no time at all', ['--as', 'unit', '--hours', '0']],
    ['an option that is not there', ['--as', 'unit', '--forever']],
  ])('refuses %s, and lists the names', async (_, args) => {
    const { token, words, code } = await run(...args);
    expect(code).toBe(2);
    expect(token).toBeUndefined();
    for (const { as } of CAST) expect(words).toContain(as);
  });
});
