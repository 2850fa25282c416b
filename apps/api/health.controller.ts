import { LOG_CLOCK, type LogClock } from '#platform/decide';
import { Public } from '#platform/identity';
import { Controller, Get, Header, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { failingOf, READINESS, type ReadinessCheck } from './readiness.js';
import { RunningProbes } from './running-probes.js';

/** For whoever runs the process: whether it is alive, and whether it can serve. It reveals nothing else. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(READINESS) private readonly checks: readonly ReadinessCheck[],
    @Inject(RunningProbes) private readonly probes: Pick<RunningProbes, 'alarms' | 'damaged'>,
    @Inject(LOG_CLOCK) private readonly clock: Pick<LogClock, 'began'>,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async ready() {
    const failing = await failingOf(this.checks);
    if (failing.length > 0) throw new ServiceUnavailableException({ status: 'unavailable', failing });
    const { damaged } = this.probes;
    const alarms = [...new Set([...this.probes.alarms, ...(damaged.length > 0 ? ['history-damaged'] : [])])];
    const began = await this.clock.began().catch(() => undefined);
    return {
      ...(alarms.length > 0 ? { status: 'degraded', alarms } : { status: 'ok' }),
      // Names of streams say nothing of what is in them.
      ...(damaged.length > 0 && { damaged }),
      // A log for stories and trials says so wherever it is looked at.
      ...(began !== undefined && { testClockFrom: began }),
    };
  }
}
