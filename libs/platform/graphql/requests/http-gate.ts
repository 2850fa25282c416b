import { ForeignOrigin, InvalidToken, isJson } from '#platform/identity';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { knownError } from '../errors/known-error.js';
import type { Told } from '../errors/told.js';
import { languageOf } from '../server/language.js';
import { Bearers } from '../server/bearers.js';
import { GRAPHQL_OPTIONS, GRAPHQL_PATH, type GraphqlOptions } from '../server/options.js';
import { unwrapped } from './envelope.js';
import { answerInTime } from './deadline.js';
import { answerOf, type Fault } from './faults.js';
import { ready, type Ready } from './operation.js';

const NOT_POSTED: Told = {
  code: 'BAD_REQUEST',
  text: { en: 'Send operations by POST, as application/json.', zh: '请以 POST 方式、application/json 格式发送操作。' },
};

const READS_ONLY: Told = {
  code: 'TOKEN_READS_ONLY',
  text: { en: 'This token may only read.', zh: '该令牌仅可用于查询。' },
};

const isForGraphql = (request: FastifyRequest): boolean => request.routeOptions.url === GRAPHQL_PATH;

const refuse = (reply: FastifyReply, request: FastifyRequest, status: number, faults: readonly Fault[]) =>
  reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answerOf(faults, languageOf(request.headers['accept-language']))));

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
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRequest', (request, reply) => this.admit(request, reply));
    server.addHook('preHandler', (request, reply) => this.check(request, reply));
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isForGraphql(request)) return;
    try {
      await this.bearers.of(request);
    } catch (error) {
      const told = error instanceof InvalidToken || error instanceof ForeignOrigin ? knownError(error) : undefined;
      if (!told) throw error;
      if (error instanceof InvalidToken) void reply.header('www-authenticate', 'Bearer');
      // The body, which may be long or never end, is not waited for.
      await refuse(reply.header('connection', 'close'), request, error instanceof InvalidToken ? 401 : 403, [{ told }]);
    }
  }

  private async check(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isForGraphql(request) || reply.sent) return;
    const found = this.found(request);
    if (!('operation' in found)) await refuse(reply, request, 400, found);
    else if (await this.mayNot(request, found.operation)) await refuse(reply, request, 403, [{ told: READS_ONLY }]);
    else answerInTime(reply, found.operation, languageOf(request.headers['accept-language']));
  }

  private async mayNot(request: FastifyRequest, { operation }: OperationDefinitionNode): Promise<boolean> {
    return operation === OperationTypeNode.MUTATION && (await this.bearers.of(request)).readsOnly === true;
  }

  private found(request: FastifyRequest): Ready | readonly Fault[] {
    if (request.method !== 'POST' || !isJson(request.headers['content-type'])) return [{ told: NOT_POSTED }];
    const asked = unwrapped(request.body);
    if ('code' in asked) return [{ told: asked }];
    return ready(this.options.documents, this.schemas.schema, asked, 'http');
  }
}
