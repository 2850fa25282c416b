import { Public } from '#platform/identity';
import { METRICS_TYPE, metricsText } from '#platform/telemetry';
import { Controller, Get, Header, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from './network/network.js';
import { RunningProbes } from './running-probes.js';

/**
 * Metrics for monitors on this machine, and nothing about anybody: counts, ages and the names of followers. They ask for no token, so
 * whoever comes over a network finds nothing here.
 */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(RunningProbes) private readonly probes: RunningProbes) {}

  @Get()
  @Header('cache-control', 'no-store')
  async metrics(
    @Req() { ip }: Pick<FastifyRequest, 'ip'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!isLoopback(ip)) throw new NotFoundException();
    // Not before: what is refused is JSON.
    void reply.header('content-type', METRICS_TYPE);
    return metricsText(await this.probes.look());
  }
}
