import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { bilingual } from '#kernel';
import type { Sentry } from '#platform/security';
import proxyAddr from '@fastify/proxy-addr';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { httpFailure } from '../errors/http-failures.js';
import { SAFE_HEADERS } from './safe-headers.js';

/** A request that has not arrived whole by then is ended. */
export const ARRIVAL_MS = 10_000;
/** The longest body: the text of a notice, every character of it escaped, and what is around it. */
export const MAX_BODY_BYTES = 640 * 1024;

const unused = () => () => {
  throw new Error('no route has a schema of its own: GraphQL and the input pipe check what comes in');
};
/** Spares the start two compilers of JSON schemas, which are loaded unless there are others. */
const withoutSchemas = { schemaController: { compilersFactory: { buildValidator: unused, buildSerializer: unused } } };

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers what is no HTTP, or came too slowly to be any: there is no request yet that could say its language. */
const clientError = ({ code = '' }: NodeJS.ErrnoException, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return;
  // What is no TLS is not answered in TLS, and would be kept open for nothing.
  if (code.startsWith('ERR_SSL')) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF[code] ?? 400;
  const told = httpFailure(status);
  const errors = told ? [{ message: bilingual(told.text), extensions: { code: told.code } }] : [];
  const body = JSON.stringify({ errors });
  const headers = {
    ...SAFE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
};

/**
 * Tells who stands guard of headers that nobody needs to be so long. They are answered before there is a request, and so before anybody
 * else hears of them; behind a proxy they come from the proxy.
 */
export const watchHeaders = (server: Server, sentry: Pick<Sentry, 'oversized'>): void => {
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket: Duplex) => {
    const status = STATUS_OF[code];
    const told = status === 431 ? httpFailure(status) : undefined;
    if (told && socket instanceof Socket) sentry.oversized('headers', told.code, socket.remoteAddress ?? '');
  });
};

const WAITS = { requestTimeout: ARRIVAL_MS, headersTimeout: ARRIVAL_MS, connectionsCheckingInterval: 1_000 };

/** Who is spoken to, and how. */
interface Spoken {
  /** HTTPS of its own. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Addresses and ranges of proxies that are believed about who asks, and by which protocol. */
  readonly trustedProxies?: readonly string[];
}

/** The HTTP server, and who asks of it where the framework does not say. */
export class Adapter extends FastifyAdapter {
  #trusts: ReturnType<typeof proxyAddr.compile> = () => false;

  /** Believes these proxies, as the framework itself does, about who asks. */
  believing(trustedProxies: readonly string[]): this {
    if (trustedProxies.length > 0) this.#trusts = proxyAddr.compile([...trustedProxies]);
    return this;
  }

  /** Whose address a request comes from that the framework does not handle. */
  addressOf(request: IncomingMessage): string {
    return proxyAddr(request, this.#trusts);
  }
}

/** The HTTP server of the application: how long it waits for a request, and how much of one it reads. */
export const httpAdapter = ({ tls, trustedProxies = [] }: Spoken = {}): Adapter =>
  new Adapter({
    ...withoutSchemas,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: ARRIVAL_MS,
    ...(tls ? { https: { ...WAITS, ...tls } } : { http: WAITS }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    clientErrorHandler: clientError,
  }).believing(trustedProxies);
