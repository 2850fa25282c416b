import type { Credentials } from '@eventstore/db-client';
import { CLIENT_SETTINGS } from './client-settings.js';

/** What the client was told, by the connection string or by this program. */
export type ClientSettings = Readonly<Record<keyof typeof CLIENT_SETTINGS, number>>;

/** A connection string that this program can stand behind, with every setting in it. */
export interface Address {
  readonly url: string;
  readonly credentials: Credentials;
  readonly settings: ClientSettings;
}

/** What is wrong with a connection string, in words for the operator; never the string itself, which may hold a password. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress';
}

const SHAPE = /^esdb(\+discover)?:\/\/(?:([^:@/?]+):([^@/?]+)@)?([^@/?]+)\/?(?:\?(.*))?$/;
const HOSTS = /^[\w.-]+(:\d{1,5})?(,[\w.-]+(:\d{1,5})?)*$/;
const KNOWN = new Set(
  [
    ...['tls', 'tlsCaFile', 'nodePreference', 'connectionName', 'discoveryInterval', 'maxDiscoverAttempts'],
    ...['gossipTimeout', 'keepAliveInterval', 'keepAliveTimeout'],
  ].map((name) => name.toLowerCase()),
);
/**
 * Credentials go with every call: it is what makes the client write by single calls, which have a deadline and fail alone
 * (kurrentdb.md 2, rows 1 to 3). Without TLS there is nobody to be, and the client leaves these out.
 */
const NOBODY: Credentials = { username: 'nobody', password: 'nobody' };

/**
 * Reads `esdb://` and `esdb+discover://` connection strings. Throws BadAddress for credentials without TLS, which the client
 * would leave out in silence (row 12), for TLS without credentials, and for options that this client ignores or must not have.
 */
export const readAddress = (url: string): Address => {
  const [, , username, password, hosts, query] = SHAPE.exec(url) ?? [];
  if (hosts === undefined || !HOSTS.test(hosts)) {
    throw new BadAddress('must look like esdb://user:password@host:2113,host:2113,host:2113?tlsCaFile=ca.pem');
  }
  const user = userOf(username, password);
  const options = optionsIn(query);
  const whole = { url: withSettings(url, options), settings: settingsIn(options) };
  if (hasTls(options)) {
    if (user) return { ...whole, credentials: user };
    throw new BadAddress('has TLS and nobody to sign in: add user:password@ before the host');
  }
  if (!user) return { ...whole, credentials: NOBODY };
  throw new BadAddress('has a password and tls=false: it would go nowhere or be read by anybody; use TLS');
};

/** Where the connection string says nothing, the client is told what is best for this program. */
const withSettings = (url: string, options: ReadonlyMap<string, string>): string => {
  const missing = Object.entries(CLIENT_SETTINGS).filter(([name]) => !options.has(name.toLowerCase()));
  const added = missing.map(([name, value]) => `${name}=${String(value)}`).join('&');
  return `${url.replace(/\/$/, '')}${url.includes('?') ? '&' : '?'}${added}`;
};

const settingsIn = (options: ReadonlyMap<string, string>): ClientSettings => {
  const settings: Record<keyof ClientSettings, number> = { ...CLIENT_SETTINGS };
  for (const name of Object.keys(CLIENT_SETTINGS) as (keyof ClientSettings)[]) {
    const said = options.get(name.toLowerCase());
    if (said === undefined) continue;
    if (!/^\d{1,9}$/.test(said)) throw new BadAddress(`has ${name}=, which must be a whole number`);
    settings[name] = Number(said);
  }
  return settings;
};

const hasTls = (options: ReadonlyMap<string, string>): boolean => {
  const tls = options.get('tls') ?? 'true';
  if (tls === 'true' || tls === 'false') return tls === 'true';
  throw new BadAddress('has tls=, which must be true or false');
};

const userOf = (username: string | undefined, password: string | undefined): Credentials | undefined =>
  username === undefined || password === undefined
    ? undefined
    : { username: decoded(username), password: decoded(password) };

const optionsIn = (query = ''): ReadonlyMap<string, string> => {
  const options = new Map<string, string>();
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [name = '', value = ''] = pair.split('=');
    // As the client reads names: no matter the case, dashes and underscores left out.
    const flat = name.trim().toLowerCase().replaceAll(/[_-]/g, '');
    if (!KNOWN.has(flat)) throw new BadAddress(`has ${name}=, which is not an option here`);
    options.set(flat, value.trim());
  }
  return options;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new BadAddress('has a user or password that is not percent-encoded');
  }
};
