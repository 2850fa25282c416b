import { Catch, Inject, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';

/** Hands a resolver's failure on to `formatError`, which alone decides what is logged and what is told. */
@Catch()
export class GraphqlErrors extends BaseExceptionFilter {
  constructor(@Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost) {
    super(httpAdapter);
  }

  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    super.catch(error, host);
    return undefined;
  }
}
