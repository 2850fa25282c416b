import { bearer, OWN_ORIGIN, type OwnOrigin } from '#platform/identity';
import { SENTRY, type Sentry } from '#platform/security';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { authError } from './auth-errors.js';

/**
 * At the door nothing is done for a page of another site, whatever the browser holds: not even signing in. Browsers say where a page
 * asks from, except where somebody follows a link; forms of old ones may not.
 */
@Injectable()
export class FromOwnOrigin implements CanActivate {
  constructor(
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
    @Inject(SENTRY) private readonly sentry: Pick<Sentry, 'foreign'>,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const { method, headers, ip, url } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (bearer(headers.authorization) !== undefined || this.origin.isOf(headers)) return true;
    if (headers.origin === undefined && this.mayComeUnsaid(method)) return true;
    this.sentry.foreign(url.startsWith('/evidence/') ? 'evidence' : 'auth', ip);
    throw authError('FORBIDDEN', headers['accept-language']);
  }

  /** Whether something that says no origin, and is no JSON, may come from no page at all. */
  protected mayComeUnsaid(method: string): boolean {
    return method !== 'POST';
  }
}
