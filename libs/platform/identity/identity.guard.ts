import {
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AUTHENTICATOR, InvalidToken, type Authenticator } from './authenticator.js';
import { ForeignOrigin, OWN_ORIGIN, type OwnOrigin, type Sent } from './own-origin.js';
import { PUBLIC } from './public.js';

interface Asking {
  readonly protocol: string;
  readonly headers: Sent & { readonly authorization?: string; readonly cookie?: string };
}

/** Nobody gets past without a valid token, except to what is marked public. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [execution.getHandler(), execution.getClass()])) {
      return true;
    }
    // A GraphQL context does not exist before its bearer is known; the check here is the second lock on that door.
    if (execution.getType<string>() === 'graphql') return Boolean(execution.getArgByIndex<{ actor?: object }>(2).actor);
    try {
      const request = execution.switchToHttp().getRequest<Asking>();
      const presented = this.origin.shownBy(request);
      this.origin.hold(presented, request.headers);
      await this.authenticator.authenticate(presented);
      return true;
    } catch (error) {
      if (error instanceof InvalidToken) throw new UnauthorizedException();
      if (error instanceof ForeignOrigin) throw new ForbiddenException();
      throw error;
    }
  }
}
