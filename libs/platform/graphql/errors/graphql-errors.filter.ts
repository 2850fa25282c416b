import { LOG, type Log } from '#platform/telemetry';
import { Catch, HttpException, Inject, type ArgumentsHost } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../server/language.js';
import { httpFailure } from './http-failures.js';
import { toldOf } from './format-error.js';
import { written } from './told.js';

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
    const status = statusOf(error) ?? 500;
    this.host.httpAdapter.reply(reply, bodyOf(error) ?? this.told(error, status, request), status);
    return undefined;
  }

  private told(error: unknown, status: number, { headers }: FastifyRequest): object {
    const told = httpFailure(status) ?? toldOf(this.log, error);
    return { errors: [written(told, languageOf(headers['accept-language']))] };
  }
}
