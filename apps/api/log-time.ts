import { CLOCK, type Clock } from '#platform/decide';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** What time it is by the log, in which every answer is told: ages and deadlines are those of this clock. */
export const LOG_TIME = 'sifang-time';

/** Tells the log's time with every answer. It is not the server's own where a log of stories and trials has a clock of its own. */
@Injectable()
export class LogTime implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onSend', (_request, reply, payload, done) => {
      void reply.header(LOG_TIME, this.now().toISOString());
      done(null, payload);
    });
  }
}
