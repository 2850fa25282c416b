import { AUTHENTICATOR, IdentityGuard, InvalidToken, OWN_ORIGIN, OwnOrigin } from '#platform/identity';
import { expect, it } from '@jest/globals';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { MetricsController } from './metrics.controller.js';
import { lagProbe } from './health-probes.js';
import { RunningProbes } from './running-probes.js';

it('monitors read how far behind followers are, without a token', async () => {
  const lag = { views: { events: 7, seconds: 1.5 }, policies: { events: 0, seconds: 0 } };
  const look = async () =>
    (
      await lagProbe(
        { lag: () => Promise.resolve(lag) },
        { timerDelay: () => Promise.resolve({ lag: { events: 2, seconds: 3 }, lateSeconds: 4.5 }) },
        () => new Date(),
      )()
    ).metrics;
  const testing = await Test.createTestingModule({
    controllers: [MetricsController],
    providers: [
      { provide: RunningProbes, useValue: { look } },
      { provide: OWN_ORIGIN, useValue: new OwnOrigin() },
      { provide: AUTHENTICATOR, useValue: { authenticate: () => Promise.reject(new InvalidToken()) } },
      { provide: APP_GUARD, useClass: IdentityGuard },
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  const { statusCode, headers, payload } = await app.inject({ url: '/metrics' });
  const elsewhere = await app.inject({ url: '/metrics', remoteAddress: '192.0.2.1' });
  const mapped = await app.inject({ url: '/metrics', remoteAddress: '::ffff:127.0.0.1' });
  await app.close();

  expect([elsewhere.statusCode, mapped.statusCode]).toEqual([404, 200]);
  expect(elsewhere.payload).not.toContain('sifang_');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(payload.split('\n').filter((line) => line.startsWith('sifang'))).toEqual([
    'sifang_follower_lag_events{follower="views"} 7',
    'sifang_follower_lag_events{follower="policies"} 0',
    'sifang_follower_lag_events{follower="timers"} 2',
    'sifang_follower_lag_seconds{follower="views"} 1.5',
    'sifang_follower_lag_seconds{follower="policies"} 0',
    'sifang_follower_lag_seconds{follower="timers"} 3',
    'sifang_timer_late_seconds 4.5',
  ]);
});
