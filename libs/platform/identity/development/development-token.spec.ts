import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, SignJWT } from 'jose';
import { InvalidToken } from '../authenticator.js';
import { DevelopmentAuthenticator } from './development-authenticator.js';
import { CAST_TERRITORIES } from './cast-places.js';
import { CAST } from './development-cast.js';
import { developmentKeys, type KeyPair } from './development-keys.js';
import { AUDIENCE, claimsOf, developmentToken, ISSUER } from './development-token.js';

const HOUR = 3_600_000;
const inspector = CAST.find(({ as }) => as === 'inspector');
if (!inspector) throw new Error('the cast has no inspector');
const said = claimsOf(inspector);

describe('a development token', () => {
  let folder: string;
  let keys: KeyPair;
  let authenticator: DevelopmentAuthenticator;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-identity-'));
    keys = await developmentKeys(folder);
    authenticator = new DevelopmentAuthenticator(keys);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const signed = (change: (token: SignJWT) => SignJWT, claims: object = said) =>
    change(
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject('person')
        .setIssuedAt()
        .setExpirationTime('1h'),
    ).sign(keys.privateKey);

  const refuses = (token: string | undefined) =>
    expect(authenticator.authenticate({ token })).rejects.toBeInstanceOf(InvalidToken);

  it('vouches for its bearer: person, post, organisation, territory and roles', async () => {
    const { actor, expiresAt } = await authenticator.authenticate({ token: await developmentToken(said, keys) });
    expect(actor).toEqual({
      actorId: inspector.id,
      postId: inspector.post.id,
      orgId: inspector.post.organisation.id,
      territoryId: CAST_TERRITORIES.city.id,
      grants: [{ role: 'inspector', territory: CAST_TERRITORIES.city.path, orgId: inspector.post.organisation.id }],
    });
    expect(expiresAt).toBeGreaterThan(Date.now() + 11.9 * HOUR);
  });

  it('is refused when it is absent, empty or no token at all', async () => {
    await refuses(undefined);
    await refuses('');
    await refuses('a.b.c');
    await refuses('x'.repeat(5000));
  });

  it('is refused when another key signed it', async () => {
    const other = await developmentKeys(join(folder, 'other'));
    await refuses(await developmentToken(said, other));
  });

  it('is refused when its claims were changed after signing', async () => {
    const [head = '', , signature = ''] = (await developmentToken(said, keys)).split('.');
    const forged = base64url.encode(JSON.stringify({ ...said, roles: ['supervision-head'] }));
    await refuses(`${head}.${forged}.${signature}`);
  });

  it('is refused when it names no algorithm, or one that takes the public key for a secret', async () => {
    const body = (await developmentToken(said, keys)).split('.')[1] ?? '';
    await refuses(`${base64url.encode('{"alg":"none"}')}.${body}.`);
    const secret = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
    await refuses(
      await new SignJWT({ ...said })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject('person')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(secret),
    );
  });

  it('is refused for another audience, from another issuer, or without an end', async () => {
    await refuses(await signed((token) => token.setAudience('elsewhere')));
    await refuses(await signed((token) => token.setIssuer('somebody')));
    await refuses(
      await new SignJWT({ ...said })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .sign(keys.privateKey),
    );
    await expect(authenticator.authenticate({ token: await signed((token) => token) })).resolves.toBeDefined();
  });

  it('is refused for claims that make no actor, the system role among them', async () => {
    await refuses(await signed((token) => token, { ...said, roles: ['system'] }));
    await refuses(await signed((token) => token, { ...said, roles: ['emperor'] }));
    await refuses(await signed((token) => token, { ...said, personId: 'system-1' }));
    await refuses(await signed((token) => token, { ...said, territory: '%' }));
  });

  it('ends when it says so, even after it was accepted once', async () => {
    const start = new Date('2022-03-31T09:00:00Z');
    let now = start;
    const patient = new DevelopmentAuthenticator(keys, () => now);
    const token = await developmentToken(said, keys, { hours: 1, now: start });
    await expect(patient.authenticate({ token })).resolves.toBeDefined();
    now = new Date(start.getTime() + HOUR + 1000);
    await expect(patient.authenticate({ token })).rejects.toBeInstanceOf(InvalidToken);
  });

  it('is signed with a key that only its owner can read, the same at every start', async () => {
    const [file = ''] = await readdir(join(folder, 'keys-dev'));
    const { mode } = await stat(join(folder, 'keys-dev', file));
    expect(mode & 0o777).toBe(0o600);
    const before = await readFile(join(folder, 'keys-dev', file), 'utf8');
    await developmentKeys(folder);
    expect(await readFile(join(folder, 'keys-dev', file), 'utf8')).toBe(before);
  });

  it('is signed with one key when several processes make the first one together', async () => {
    const fresh = join(folder, 'fresh');
    const pairs = await Promise.all(Array.from({ length: 8 }, () => developmentKeys(fresh)));
    const tokens = await Promise.all(pairs.map((pair) => developmentToken(said, pair)));
    const [first] = pairs;
    if (!first) throw new Error('no keys');
    const one = new DevelopmentAuthenticator(first);
    await expect(Promise.all(tokens.map((token) => one.authenticate({ token })))).resolves.toHaveLength(8);
    expect(await readdir(join(fresh, 'keys-dev'))).toEqual(['identity.json']);
  });
});
