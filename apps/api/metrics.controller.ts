import { Public } from '#platform/identity';
import { FIGURES_TYPE, figuresText } from '#platform/telemetry';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Vitals } from './vitals.js';

/** Figures for monitors, and nothing about anybody: counts, ages and the names of followers. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Vitals) private readonly vitals: Vitals) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Header('content-type', FIGURES_TYPE)
  async figures(): Promise<string> {
    return figuresText(await this.vitals.look());
  }
}
