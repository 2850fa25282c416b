import { describe, expect, it } from '@jest/globals';
import { readAddress } from './address.js';
import { CLIENT_SETTINGS } from './client-settings.js';

describe('a connection string', () => {
  it.each([
    ['esdb://app:secret@db1:2113,db2:2113,db3?tlsCaFile=%2Fetc%2Fca.pem&nodePreference=leader', 'app', 'secret'],
    ['esdb+discover://app:p%40ss%3A@cluster.example:2113/', 'app', 'p@ss:'],
  ])('may name a server with TLS and a user: %s', (url, username, password) => {
    expect(readAddress(url)).toMatchObject({ credentials: { username, password } });
  });

  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false&gossipTimeout=1&', 1],
    ['esdb+discover://app:p@cluster:2113/', 'esdb+discover://app:p@cluster:2113?gossipTimeout=1&', 1],
    ['esdb://app:p@db1,db2?gossip-Timeout=3', 'esdb://app:p@db1,db2?gossip-Timeout=3&discoveryInterval=100&', 3],
  ])('tells the client all it does not say, and nothing that it does: %s', (given, begins, gossipTimeout) => {
    const { url, settings } = readAddress(given);
    expect(url.startsWith(begins)).toBe(true);
    expect(settings).toEqual({ ...CLIENT_SETTINGS, gossipTimeout });
  });

  it('may do without both on a network of its own', () => {
    expect(readAddress('esdb://127.0.0.1:2113?tls=false').credentials.username).toBe('nobody');
    expect(readAddress('esdb://127.0.0.1:2113?TLS=false').credentials.username).toBe('nobody');
  });

  it.each([
    ['esdb://app:secret@db:2113?tls=false', 'has a password and tls=false'],
    ['esdb://db:2113', 'has TLS and nobody to sign in'],
    ['esdb://app:secret@db:2113?tls=maybe', 'has tls=, which must be true or false'],
    ['esdb://app:secret@db:2113?tlsVerifyCert=false', 'has tlsVerifyCert=, which is not an option here'],
    ['esdb://app:secret@db:2113?throwOnAppendFailure=false', 'has throwOnAppendFailure=, which is not an option'],
    ['esdb://app:secret@db:2113?keepAliveInterval=never', 'has keepAliveInterval=, which must be a whole number'],
    ['esdb://app:%E0%A4@db:2113', 'has a user or password that is not percent-encoded'],
    ['esdb://', 'must look like esdb://'],
    ['http://db:2113', 'must look like esdb://'],
  ])('is refused when the client would not do what it says: %s', (url, why) => {
    expect(() => readAddress(url)).toThrow(expect.objectContaining({ name: 'BadAddress' }));
    expect(() => readAddress(url)).toThrow(why);
    expect(() => readAddress(url)).not.toThrow('secret');
  });
});
