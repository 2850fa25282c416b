/**
 * What a browser may do for the page of the console: run our own scripts, speak with us, and be shown by nobody else. Styles that
 * scripts make carry the nonce of this one answer.
 */
export const pageHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-cache',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
});

/** A file with its digest in its name never changes; the others are asked for again. */
export const cacheOf = ({ immutable }: { readonly immutable: boolean }): string =>
  immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
