import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It needs no salt and no slow hash: nobody chose it. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
