import type { Id, Occasion } from '#kernel';
import { eventId } from '#platform/event-store';
import type { EventPlace } from './personal-data.js';
import { mapStrings, replaceStrings } from './personal-strings.js';

/** Where a string was sealed: all of it goes into the seal, so that ciphertext opens nowhere else. */
export interface SealedPlace {
  readonly stream: string;
  readonly eventId: string;
  readonly path: string;
}

/** Sealed text in the log: `sealed:1:<key id>:<nonce, ciphertext and tag in base64url>`. */
export interface Token {
  readonly keyId: string;
  readonly sealed: Buffer;
  /** Where a token comes from that left its event: `…@<stream>/<event id>/<path>`. */
  readonly place?: SealedPlace;
}

const TOKEN = /^sealed:1:([0-9a-f-]{36}):([A-Za-z0-9_-]+)(?:@([^/]+)\/([^/]+)\/(.+))?$/;

/** Whether text claims to be sealed: such text never comes from outside. */
export const looksSealed = (text: string): boolean => text.startsWith('sealed:');

/** The text of a token as the log stores it. */
export const writeToken = (keyId: string, sealed: Buffer): string =>
  `sealed:1:${keyId}:${sealed.toString('base64url')}`;

/** A token from its text; undefined for any other text. */
export const readToken = (text: string): Token | undefined => {
  const [, keyId, sealed, stream, eventId, path] = TOKEN.exec(text) ?? [];
  if (!keyId || !sealed) return undefined;
  const place = stream && eventId && path ? { place: { stream, eventId, path } } : {};
  return { keyId, sealed: Buffer.from(sealed, 'base64url'), ...place };
};

/**
 * A stored event's data with every sealed string saying where it was sealed, so that it can be opened wherever a view carries it.
 */
export const locate = <T>({ stream, eventId, data }: EventPlace & { readonly data: T }): T =>
  mapStrings(data, (text, path) => (looksSealed(text) ? `${text}@${stream}/${eventId}/${path}` : text));

/** Where the reason of a command is sealed: with its first event, whichever of its events carries it. */
export const reasonPlace = (stream: Id, command: Pick<Occasion, 'commandId' | 'actorId'>): EventPlace => ({
  stream,
  eventId: eventId(command, 0),
});

/** Every sealed text in a value of any shape, by the text itself. */
export const tokensIn = (value: unknown): ReadonlyMap<string, Token> => {
  const tokens = new Map<string, Token>();
  replaceStrings(value, (text) => {
    const token = looksSealed(text) ? readToken(text) : undefined;
    if (token) tokens.set(text, token);
    return text;
  });
  return tokens;
};

/** The ids of the keys that sealed something in a value of any shape. */
export const keyIdsIn = (value: unknown): ReadonlySet<string> =>
  new Set([...tokensIn(value).values()].map(({ keyId }) => keyId));
