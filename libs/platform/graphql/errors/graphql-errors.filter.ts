import { LOG, type Log } from '#platform/telemetry';
import { Catch, HttpException, Inject, type ArgumentsHost } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonStatus } from './common-texts.js';
import { httpFailure } from './http-failures.js';
import { toldOf } from './format-error.js';
import { SaidNo, saidNo } from './said-no.js';

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
};

/** What a controller of ours wants said as it is; the framework's own failures always have a `statusCode`, and quote what was asked. */
const bodyOf = (error: unknown): object | undefined => {
  const body = error instanceof HttpException ? error.getResponse() : undefined;
  return typeof body === 'object' && !('statusCode' in body) ? body : undefined;
};

/** Hands a resolver's failure on to `formatError`, which alone decides what is logged and what is told; answers all other failures. */
@Catch()
export class GraphqlErrors {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const [request, reply] = host.getArgs<[FastifyRequest, FastifyReply]>();
    const [status, body] = this.answerTo(error, request);
    const wait = error instanceof SaidNo ? error.told.retryAfter : undefined;
    // RFC 9110, 10.2.3.
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    this.host.httpAdapter.reply(reply, body, status);
    return undefined;
  }

  private answerTo(error: unknown, { headers }: FastifyRequest): readonly [status: number, body: object] {
    const status = statusOf(error);
    const body = bodyOf(error);
    if (status !== undefined && body) return [status, body];
    const told = httpFailure(status ?? 500) ?? toldOf(this.log, error);
    return [status ?? commonStatus(told.code) ?? 500, saidNo(told, headers['accept-language'])];
  }
}
