import { ForeignOrigin, InvalidToken, isJson, type ShownFault } from '#platform/identity';
import { SENTRY, type Sentry } from '#platform/security';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knownError } from '../errors/known-error.js';
import { rateLimited } from '../errors/rate-limited.js';
import { READS_ONLY } from '../errors/reads-only.js';
import type { Told } from '../errors/told.js';
import { languageOf } from '../server/language.js';
import { Bearers } from '../server/bearers.js';
import { GRAPHQL_OPTIONS, GRAPHQL_PATH, type GraphqlOptions } from '../server/options.js';
import { askedFor } from './asked-for.js';
import { unwrapped } from './envelope.js';
import { answerInTime } from './deadline.js';
import { answerOf, oversizedIn, type Fault } from './faults.js';
import { ready, type Ready } from './operation.js';

const NOT_POSTED: Told = {
  code: 'BAD_REQUEST',
  text: { en: 'Send operations by POST, as application/json.', zh: '请以 POST 方式、application/json 格式发送操作。' },
};

const isForGraphql = (request: FastifyRequest): boolean => request.routeOptions.url === GRAPHQL_PATH;

/** Balancers and monitors look here: nobody asks them not to. */
const WATCHED = /^\/(health|metrics)(\/|$)/;

/** A header that says who asks, and cannot be read, is no token and not nothing either. */
const shownFault = ({ fault }: InvalidToken, { headers }: FastifyRequest): ShownFault =>
  fault === 'NOTHING_SHOWN' && headers.authorization !== undefined ? 'TOKEN_MALFORMED' : fault;

const refuse = (reply: FastifyReply, request: FastifyRequest, status: number, faults: readonly Fault[]) =>
  reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answerOf(faults, languageOf(request.headers['accept-language']))));

const wait = (reply: FastifyReply, request: FastifyRequest, seconds: number) =>
  refuse(reply.header('retry-after', String(seconds)), request, 429, [{ told: rateLimited(seconds) }]);

/**
 * Stands before the GraphQL server. Nothing of a request is read, not even its body, before its bearer is known; and nothing goes on to
 * the server that is not one operation in order: what the GraphQL library says of the rest quotes what was sent.
 */
@Injectable()
export class HttpGate implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly schemas: GraphQLSchemaHost,
    @Inject(Bearers) private readonly bearers: Bearers,
    @Inject(GRAPHQL_OPTIONS) private readonly options: GraphqlOptions,
    @Inject(SENTRY) private readonly sentry: Sentry,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRequest', (request, reply) => this.arrive(request, reply));
    server.addHook('onRequest', (request, reply) => this.admit(request, reply));
    server.addHook('onResponse', (request, reply) => this.tell(request, reply));
    server.addHook('preHandler', (request, reply) => this.check(request, reply));
  }

  private async arrive(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const seconds = WATCHED.test(request.url) ? undefined : this.sentry.arrives(request.ip);
    if (seconds !== undefined) await wait(reply.header('connection', 'close'), request, seconds);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isForGraphql(request) || reply.sent) return;
    try {
      await this.bearers.of(request);
    } catch (error) {
      await this.shut(request, reply, error);
    }
  }

  /** A body that is too long is refused by the server itself, at every address; of one that is none, no text is kept. */
  private tell({ ip, routeOptions }: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
    const [, operation = ''] = /^\/(\w*)/.exec(routeOptions.url ?? '') ?? [];
    if (statusCode === 413) this.sentry.oversized(operation, 'BODY_TOO_LARGE', ip);
    return Promise.resolve();
  }

  /** The body, which may be long or never end, is not waited for. */
  private async shut(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<void> {
    const told = error instanceof InvalidToken || error instanceof ForeignOrigin ? knownError(error) : undefined;
    if (!told) throw error;
    const isForeign = error instanceof ForeignOrigin;
    if (isForeign) this.sentry.foreign('graphql', request.ip);
    if (error instanceof InvalidToken) this.sentry.unknown(shownFault(error, request), 'graphql', request.ip);
    if (!isForeign) void reply.header('www-authenticate', 'Bearer');
    await refuse(reply.header('connection', 'close'), request, isForeign ? 403 : 401, [{ told }]);
  }

  private async check(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isForGraphql(request) || reply.sent) return;
    const found = this.found(request);
    if ('operation' in found) return this.pass(request, reply, found);
    for (const code of oversizedIn(found)) this.sentry.oversized('graphql', code, request.ip);
    await refuse(reply, request, 400, found);
  }

  /** Lets an operation in order go on, unless it is too much or not what the token is for. */
  private async pass(request: FastifyRequest, reply: FastifyReply, found: Ready): Promise<void> {
    const { actor, readsOnly } = await this.bearers.of(request);
    const asked = askedFor(found);
    const seconds = this.sentry.asks(actor, asked);
    if (seconds !== undefined) await wait(reply, request, seconds);
    else if (readsOnly && asked.isMutation) {
      this.sentry.denied(actor, asked.fields.join(), READS_ONLY.code);
      await refuse(reply, request, 403, [{ told: READS_ONLY }]);
    } else answerInTime(reply, found.operation, languageOf(request.headers['accept-language']));
  }

  private found(request: FastifyRequest): Ready | readonly Fault[] {
    if (request.method !== 'POST' || !isJson(request.headers['content-type'])) return [{ told: NOT_POSTED }];
    const asked = unwrapped(request.body);
    if ('code' in asked) return [{ told: asked }];
    return ready(this.options.documents, this.schemas.schema, asked, 'http');
  }
}
