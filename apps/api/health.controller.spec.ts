import { LOG_CLOCK } from '#platform/decide';
import { AUTHENTICATOR, IdentityGuard, InvalidToken, OWN_ORIGIN, OwnOrigin } from '#platform/identity';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { HealthController } from './health.controller.js';
import { READINESS, type ReadinessCheck } from './readiness.js';
import { RunningProbes } from './running-probes.js';

@Controller('elsewhere')
class Elsewhere {
  @Get()
  answer() {
    return 'secret';
  }
}

describe('health', () => {
  let app: NestFastifyApplication;
  afterEach(() => app.close());

  let began: string | undefined;
  const get = async (
    url: string,
    checks: readonly ReadinessCheck[] = [],
    probes: { alarms?: string[]; damaged?: string[] } = {},
  ) => {
    const testing = await Test.createTestingModule({
      controllers: [HealthController, Elsewhere],
      providers: [
        { provide: READINESS, useValue: checks },
        { provide: RunningProbes, useValue: { alarms: [], damaged: [], ...probes } },
        { provide: LOG_CLOCK, useValue: { began: () => Promise.resolve(began) } },
        { provide: OWN_ORIGIN, useValue: new OwnOrigin() },
        { provide: AUTHENTICATOR, useValue: { authenticate: () => Promise.reject(new InvalidToken()) } },
        { provide: APP_GUARD, useClass: IdentityGuard },
      ],
    }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
    const { statusCode, payload } = await app.inject({ url });
    return { statusCode, body: JSON.parse(payload) as unknown };
  };
  const check = (name: string, ready: () => Promise<boolean>): ReadinessCheck => ({ name, ready });
  const fine = check('database', () => Promise.resolve(true));

  it('is live as long as it answers, whatever else fails', async () => {
    const checks = [check('database', () => Promise.resolve(false))];
    expect(await get('/health/live', checks)).toEqual({ statusCode: 200, body: { status: 'ok' } });
  });

  it('is ready when every check works', async () => {
    expect(await get('/health/ready', [fine])).toEqual({ statusCode: 200, body: { status: 'ok' } });
  });

  it('says of a log for stories and trials what it is', async () => {
    began = '2025-01-02T00:00:00.000Z';
    const { body } = await get('/health/ready', [fine]);
    began = undefined;
    expect(body).toEqual({ status: 'ok', testClockFrom: '2025-01-02T00:00:00.000Z' });
  });

  it('is ready, and names what somebody should look into', async () => {
    expect(await get('/health/ready', [fine], { alarms: ['open-transaction'] })).toEqual({
      statusCode: 200,
      body: { status: 'degraded', alarms: ['open-transaction'] },
    });
  });

  it('is ready, and names the streams whose history is damaged', async () => {
    expect(await get('/health/ready', [fine], { damaged: ['thing-1'] })).toEqual({
      statusCode: 200,
      body: { status: 'degraded', alarms: ['history-damaged'], damaged: ['thing-1'] },
    });
  });

  it('names what fails, says no, throws or stays silent, and nothing more', async () => {
    const checks = [
      fine,
      check('views', () => Promise.resolve(false)),
      check('log', () => Promise.reject(new Error('password=1234'))),
      check('keys', () => new Promise(() => undefined)),
    ];
    expect(await get('/health/ready', checks)).toEqual({
      statusCode: 503,
      body: { status: 'unavailable', failing: ['views', 'log', 'keys'] },
    });
  });

  it('is the exception: elsewhere nobody gets past without a token', async () => {
    expect((await get('/elsewhere')).statusCode).toBe(401);
  });
});
