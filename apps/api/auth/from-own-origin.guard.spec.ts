import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OwnOrigin } from '#platform/identity';
import { HttpException, type ExecutionContext } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { FromNoPage } from './from-no-page.guard.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';

const FOREIGN = { origin: 'https://elsewhere.example', host: 'sifang.example.org' };
const JSON_TYPE = { 'content-type': 'application/json' };

const told: unknown[] = [];
const sentry = { foreign: (...about: unknown[]) => void told.push(about) };

const admits = (method: string, headers: Record<string, string>, Guard = FromOwnOrigin): boolean => {
  const execution = {
    switchToHttp: () => ({ getRequest: () => ({ method, headers, ip: '203.0.113.7', url: '/auth/x' }) }),
  };
  try {
    return new Guard(new OwnOrigin(), sentry).canActivate(execution as unknown as ExecutionContext);
  } catch (error) {
    if (error instanceof HttpException) return false;
    throw error;
  }
};

describe('the door', () => {
  it.each([
    ['GET', {}, true],
    ['DELETE', {}, true],
    ['POST', JSON_TYPE, true],
    ['POST', { ...FOREIGN, authorization: 'Bearer token' }, true],
    ['POST', { origin: 'http://sifang.example.org', host: 'sifang.example.org' }, true],
    ['POST', {}, false],
    ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, false],
    ['POST', { ...FOREIGN, ...JSON_TYPE }, false],
    ['DELETE', { ...FOREIGN, cookie: 'sifang=x' }, false],
  ])('is open to %s with %j: %s', (method, headers, isOpen) => {
    expect(admits(method, headers as Record<string, string>)).toBe(isOpen);
  });

  it('takes a form that says no origin where nothing counts that a browser holds, and none of another page', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(admits('POST', form, FromNoPage)).toBe(true);
    expect(admits('POST', { ...FOREIGN, ...form }, FromNoPage)).toBe(false);
  });

  // Not for browsers: the issuer's server comes there, and nothing counts but what it signed.
  const BY_SIGNATURE = ['issuer-logout.controller.ts'];
  // Here a client shows its secret with what it asks.
  const BY_SECRET = ['token.controller.ts'];

  it('is kept so at every address that browsers come to', () => {
    const controllers = readdirSync(__dirname).filter(
      (name) => name.endsWith('.controller.ts') && ![...BY_SIGNATURE, ...BY_SECRET].includes(name),
    );
    expect(controllers.length).toBeGreaterThan(2);
    const open = controllers.filter(
      (name) => !readFileSync(join(__dirname, name), 'utf8').includes('@UseGuards(FromOwnOrigin)'),
    );
    expect(open).toEqual([]);
  });
});
