import { InvalidToken, type Authenticator } from './authenticator.js';

/** Takes no token at all. */
export const NO_TOKENS: Authenticator = { authenticate: () => Promise.reject(new InvalidToken()) };
