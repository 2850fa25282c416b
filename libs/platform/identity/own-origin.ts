import { presentedIn, type Presented, type Showing } from './authenticator.js';

/** What of a request says where it comes from. */
export interface Sent {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  readonly 'content-type'?: string | undefined;
}

/** A page of another site asks with what the browser holds. */
export class ForeignOrigin extends Error {
  override readonly name = 'ForeignOrigin';
  constructor() {
    super('sent by a page of another origin');
  }
}

export const OWN_ORIGIN = Symbol('OwnOrigin');

const urlOf = (origin: string): URL | undefined => (URL.canParse(origin) ? new URL(origin) : undefined);

/** Whether this content type is JSON. */
export const isJson = (type = ''): boolean => /^application\/(?:graphql-response\+)?json\s*(?:;|$)/i.test(type);

/**
 * Tells pages of our own from those of others: browsers say from where a page asks, and hold cookies for whoever asks. Where the
 * address under which browsers know us is not set, it is the one that they asked; with TLS of our own no page of ours came without.
 */
export class OwnOrigin {
  constructor(
    readonly publicUrl?: string,
    private readonly hasTls = false,
  ) {}

  /** Whether a page of our own sent this, or no page: what says no origin is JSON, which no form can send. */
  isOf({ origin, host, 'content-type': type }: Sent): boolean {
    return origin === undefined ? isJson(type) : this.isOwn(origin, host);
  }

  /** Throws ForeignOrigin for what would be let in by a cookie and was sent by others; a token is nothing that a browser adds. */
  hold({ token, cookie }: Presented, sent: Sent): void {
    if (token === undefined && cookie !== undefined && !this.isOf(sent)) throw new ForeignOrigin();
  }

  /** Whether cookies are for TLS only. */
  isSecure({ protocol }: { readonly protocol: string }): boolean {
    return this.publicUrl === undefined ? protocol === 'https' : this.publicUrl.startsWith('https:');
  }

  /** What a request shows of who asks, by the cookie that its browser would hold here. */
  shownBy({ headers, protocol }: { readonly headers: Showing; readonly protocol: string }): Presented {
    return presentedIn(headers, this.isSecure({ protocol }));
  }

  private isOwn(origin: string, host: string | undefined): boolean {
    if (this.publicUrl !== undefined) return origin === this.publicUrl;
    const from = urlOf(origin);
    return host !== undefined && from?.host === host && (!this.hasTls || from.protocol === 'https:');
  }
}
