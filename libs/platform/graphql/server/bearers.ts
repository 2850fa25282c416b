import {
  AUTHENTICATOR,
  OWN_ORIGIN,
  type Authenticator,
  type OwnOrigin,
  type Sent,
  type SignedIn,
} from '#platform/identity';
import { Inject, Injectable } from '@nestjs/common';

/** The part of a request that says who asks. */
export interface Asking {
  readonly protocol: string;
  readonly headers: Sent & {
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly 'accept-language'?: string | undefined;
  };
}

/** Who asks: found out once for each request. Throws InvalidToken, or ForeignOrigin. */
@Injectable()
export class Bearers {
  readonly #known = new WeakMap<Asking, Promise<SignedIn>>();

  constructor(
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
  ) {}

  of(request: Asking): Promise<SignedIn> {
    const known = this.#known.get(request) ?? this.find(request);
    this.#known.set(request, known);
    return known;
  }

  private async find(request: Asking): Promise<SignedIn> {
    const presented = this.origin.shownBy(request);
    this.origin.hold(presented, request.headers);
    return this.authenticator.authenticate(presented);
  }
}
