import { createHmac } from 'node:crypto';
import type { FieldPath } from '#kernel';
import type { JsonObject } from '#platform/event-store';
import { decrypt, encrypt } from './cipher.js';
import { LooksSealed, SealBroken } from './errors.js';
import { KEY_ERASED, type KeyStore } from './key-store.js';
import { ERASED, KEY_MISSING, type EventPlace, type PersonalData } from './personal-data.js';
import { changeStrings, findString, replaceStrings } from './personal-strings.js';
import { looksSealed, readToken, writeToken, type SealedPlace, type Token } from './token.js';

type Found = Awaited<ReturnType<KeyStore['find']>>;

/** Personal data under AES-256-GCM, one key for each stream. */
export class PersonalDataCipher implements PersonalData {
  #secret: Buffer | undefined;

  constructor(private readonly keys: Pick<KeyStore, 'keyFor' | 'find' | 'secret'>) {}

  async seal(place: EventPlace, fields: readonly FieldPath[], data: JsonObject): Promise<JsonObject> {
    const forged = findString(data, looksSealed);
    if (forged !== undefined) throw new LooksSealed(forged);
    if (!hasString(data, fields)) return data;
    const { id, key } = await this.keys.keyFor(place.stream);
    return changeStrings(data, fields, (text, path) =>
      writeToken(id, encrypt(key, Buffer.from(text), context({ ...place, path }, id))),
    );
  }

  fingerprint(text: string): string {
    this.#secret ??= this.keys.secret('fingerprint');
    return createHmac('sha256', this.#secret).update(text).digest('hex');
  }

  async open<T>(value: T): Promise<T> {
    const tokens = new Map<string, Token>();
    replaceStrings(value, (text) => {
      const token = looksSealed(text) ? readToken(text) : undefined;
      if (token) tokens.set(text, token);
      return text;
    });
    if (tokens.size === 0) return value;
    const plain = new Map<string, string>();
    for (const [text, token] of tokens) {
      plain.set(text, opened(token, await this.keys.find(token.keyId)));
    }
    return replaceStrings(value, (text) => (looksSealed(text) ? (plain.get(text) ?? text) : text));
  }
}

const opened = ({ keyId, sealed, place }: Token, key: Found): string => {
  if (!place) throw new SealBroken(keyId, 'no place, as in the log itself');
  if (key === KEY_ERASED) return ERASED;
  if (!key) return KEY_MISSING;
  const plain = decrypt(key.key, sealed, context(place, keyId));
  if (!plain) throw new SealBroken(keyId, `${place.stream}/${place.eventId}/${place.path}`);
  return plain.toString();
};

const context = ({ stream, eventId, path }: SealedPlace, keyId: string): string =>
  [stream, eventId, path, keyId].join('|');

/** Whether there is any text at these places. */
const hasString = (data: JsonObject, fields: readonly FieldPath[]): boolean => {
  let found = false;
  changeStrings(data, fields, (text) => {
    found = true;
    return text;
  });
  return found;
};
