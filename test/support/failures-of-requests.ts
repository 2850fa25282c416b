import { EventEmitter } from 'node:events';
import { aHappening } from '#kernel/testing';
import { formatError } from '../../libs/platform/graphql/errors/format-error.js';
import { attach } from '../../libs/platform/graphql/server/socket.js';
import { NoticeQueues } from '../../libs/platform/graphql/subscriptions/notice-queues.js';
import { RecordedFeed } from '../../libs/platform/graphql/subscriptions/recorded-feed.js';
import { BackChannelLogout } from '../../libs/platform/openid-connect/back-channel-logout.js';
import { IssuerUnavailable } from '../../libs/platform/openid-connect/issuer-fetch.js';
import { NotVouched } from '../../libs/platform/openid-connect/not-vouched.js';
import { OpenIdSignIn } from '../../libs/platform/openid-connect/openid-sign-in.js';
import { aBox } from './boxes.js';
import { failing, never, nothing, planted, TYPED, type Happens } from './planted-failure.js';

const request: Happens = (log) => {
  formatError(log)({ message: TYPED }, planted());
  return nothing;
};

const socket: Happens = (log) => {
  const client = Object.assign(new EventEmitter(), { close: nothing, protocol: '' });
  attach(client as never, () => () => Promise.resolve(), log);
  client.emit('error', planted());
  return () => client.emit('close', 1000, Buffer.from(''));
};

const notices: Happens = (log) => {
  const stop = new AbortController();
  const queues = new NoticeQueues({ views: { visible: failing }, log, telling: never }, stop.signal);
  queues.add([{ ...aHappening(aBox(), 1), type: 'BoxMoved', schemaVersion: 1, data: {}, entry: Buffer.alloc(0) }]);
  return () => {
    stop.abort();
  };
};

const feed: Happens = async (log) => {
  const store = { head: () => Promise.resolve('start'), readAll: failing };
  const recorded = new RecordedFeed(store as never, { visible: () => Promise.resolve(new Set()) } as never, log);
  await recorded.listen([aBox()], nothing as never);
  return () => {
    recorded.onModuleDestroy();
  };
};

const unavailable = () => Promise.reject(new IssuerUnavailable('no keys', { cause: planted() }));

const logout: Happens = async (log) => {
  const attempts = { count: () => Promise.resolve(0) };
  const needs = {
    issuer: { loggedOut: unavailable },
    attempts,
    log,
    digest: () => Buffer.alloc(1),
    now: () => new Date(0),
  };
  await new BackChannelLogout(needs as never).take('token', 'here');
  return nothing;
};

const signIn: Happens = async (log) => {
  const needs = {
    issuer: { beginning: unavailable },
    begun: { begin: () => Promise.resolve({ begun: { secret: 's', to: '/' }, held: 'h' }) },
    log,
  };
  await new OpenIdSignIn(needs as never).begin('/');
  return nothing;
};

const answer: Happens = async (log) => {
  const issuer = { vouched: () => Promise.reject(new NotVouched(false, 'invalid_grant')) };
  const attempts = { count: () => Promise.resolve(0), add: () => Promise.resolve(1) };
  const begun = { read: () => Promise.resolve({ secret: 's', to: '/' }) };
  const rest = { securityLog: { add: nothing }, digest: () => Buffer.alloc(1), now: () => new Date(0) };
  await new OpenIdSignIn({ issuer, attempts, begun, log, ...rest } as never).finish({
    held: 'h',
    search: '',
    from: 'here',
  });
  return nothing;
};

/** Each failure of requests and sign-ins that is logged, by the words of its line, with what makes it happen. */
export const OF_REQUESTS: readonly (readonly [words: string, happens: Happens])[] = [
  ['request failed', request],
  ['websocket closed after an error', socket],
  ['notices wait', notices],
  ['feed waits', feed],
  ['the issuer of OIDC_ISSUER does not answer as one', logout],
  ['the issuer of OIDC_ISSUER does not answer as one', signIn],
  ['an answer of OIDC_ISSUER did not hold', answer],
];
