import { Public } from '#platform/identity';
import { METRICS_TYPE, metricsText } from '#platform/telemetry';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { RunningProbes } from './running-probes.js';

/** Metrics for monitors, and nothing about anybody: counts, ages and the names of followers. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(RunningProbes) private readonly probes: RunningProbes) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Header('content-type', METRICS_TYPE)
  async metrics(): Promise<string> {
    return metricsText(await this.probes.look());
  }
}
