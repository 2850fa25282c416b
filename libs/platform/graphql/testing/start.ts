import {
  CAST,
  claimsOf,
  DevelopmentAuthenticator,
  developmentToken,
  AUTHENTICATOR,
  OWN_ORIGIN,
  OwnOrigin,
  type CastPerson,
} from '#platform/identity';
import { ANYBODY } from '#access';
import { CLOCK, Possible, RIGHTS, STREAMS } from '#platform/decide';
import { EVENT_STORE } from '#platform/event-store';
import { SENTRY, type Sentry } from '#platform/security';
import { createLog, LOG, type Log } from '#platform/telemetry';
import { VIEWS } from '#platform/views';
import { Global, Module, type Provider } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { generateKeyPair } from 'jose';
import { graphqlModule } from '../index.js';
import { httpAdapter } from '../server/http-adapter.js';
import { FakeLog, FakeViews } from './fakes.js';
import { ThingResolver } from './thing.fixture.js';

/** Lines that went to the log, for specs to look at. */
export interface Line {
  readonly level: string;
  readonly fields: unknown;
}

type Watching = Pick<Sentry, keyof Sentry>;

/** Lets everybody pass, and tells nobody. */
const ASLEEP: Watching = {
  arrives: () => undefined,
  asks: () => undefined,
  foreign: () => undefined,
  denied: () => undefined,
  connects: () => undefined,
  unknown: () => undefined,
  oversized: () => undefined,
  crowded: () => undefined,
};

const collecting = (lines: Line[]): Log => {
  const write = (text: string) => {
    const fields = JSON.parse(text) as { readonly level: number };
    lines.push({ level: fields.level >= 50 ? 'error' : 'other', fields });
  };
  return createLog('debug', { to: { write } });
};

const EXAMPLES = [
  { query: '# First tab\nquery First { things(first: 1) { pageInfo { endCursor } } }' },
  { query: 'query Second { __typename }' },
];

/** The API over a small context, or over these providers, and fakes, listening on a loopback port. */
export const start = async (
  production = false,
  providers: readonly Provider[] = [ThingResolver],
  sentry: Partial<Watching> = {},
) => {
  const keys = await generateKeyPair('EdDSA');
  const views = new FakeViews();
  const store = new FakeLog();
  const lines: Line[] = [];

  @Global()
  @Module({
    providers: [
      { provide: AUTHENTICATOR, useValue: new DevelopmentAuthenticator(keys) },
      { provide: OWN_ORIGIN, useValue: new OwnOrigin() },
      { provide: VIEWS, useValue: views },
      { provide: EVENT_STORE, useValue: store },
      { provide: LOG, useValue: collecting(lines) },
      { provide: SENTRY, useValue: { ...ASLEEP, ...sentry } },
      { provide: CLOCK, useValue: () => new Date() },
      { provide: RIGHTS, useValue: ANYBODY },
      { provide: STREAMS, useValue: new Map() },
      Possible,
    ],
    exports: [Possible, AUTHENTICATOR, OWN_ORIGIN, VIEWS, EVENT_STORE, LOG, CLOCK, SENTRY],
  })
  class Needs {}

  const testing = await Test.createTestingModule({
    imports: [Needs, graphqlModule({ production, examples: EXAMPLES })],
    providers: [...providers],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  const token = (as: CastPerson['as'] = 'inspector', hours = 1) => {
    const person = CAST.find((member) => member.as === as);
    if (!person) throw new Error(`nobody is called ${as}`);
    return developmentToken(claimsOf(person), keys, { hours });
  };
  const schema = () => app.get(GraphQLSchemaHost, { strict: false }).schema;
  return { app, url, views, store, lines, token, schema };
};

export type Started = Awaited<ReturnType<typeof start>>;

export interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Asks over HTTP, as a client would. */
export const ask = async (
  { url, token }: Pick<Started, 'url' | 'token'>,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // The shape that every GraphQL answer has.
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
};
