import { InvalidToken, type Authenticator, type Presented } from './authenticator.js';

/** Takes no token at all. */
export const NO_TOKENS: Authenticator = {
  authenticate: ({ token }: Presented) =>
    Promise.reject(new InvalidToken(token === undefined ? 'NOTHING_SHOWN' : 'TOKEN_WRONG_KIND')),
};
