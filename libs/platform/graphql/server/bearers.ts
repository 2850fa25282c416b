import { AUTHENTICATOR, presentedIn, type Authenticator, type SignedIn } from '#platform/identity';
import { Inject, Injectable } from '@nestjs/common';

/** The part of a request that says who asks. */
export interface Asking {
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly 'accept-language'?: string | undefined;
  };
}

/** Who asks: found out once for each request. */
@Injectable()
export class Bearers {
  readonly #known = new WeakMap<Asking, Promise<SignedIn>>();

  constructor(@Inject(AUTHENTICATOR) private readonly authenticator: Authenticator) {}

  of(request: Asking): Promise<SignedIn> {
    const known = this.#known.get(request) ?? this.authenticator.authenticate(presentedIn(request.headers));
    this.#known.set(request, known);
    return known;
  }
}
