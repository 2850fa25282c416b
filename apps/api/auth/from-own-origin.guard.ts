import { OWN_ORIGIN, type OwnOrigin } from '#platform/identity';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { authError } from './auth-errors.js';

const READS: readonly string[] = ['GET', 'HEAD'];

/** At the door nothing is done for a page of another site, whatever the browser holds: not even signing in. */
@Injectable()
export class FromOwnOrigin implements CanActivate {
  constructor(@Inject(OWN_ORIGIN) private readonly origin: OwnOrigin) {}

  canActivate(execution: ExecutionContext): boolean {
    const { method, headers } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (READS.includes(method) || this.origin.isOf(headers)) return true;
    throw authError('FORBIDDEN', headers['accept-language']);
  }
}
