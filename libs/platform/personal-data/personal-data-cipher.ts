import { createHmac } from 'node:crypto';
import type { FieldPath } from '#kernel';
import { Unavailable, type JsonObject } from '#platform/event-store';
import { decrypt, encrypt } from './cipher.js';
import { LooksSealed, SealBroken } from './errors.js';
import { KEY_ERASED, type KeyStore } from './key-store.js';
import { ERASED, KEY_MISSING, type EventPlace, type PersonalData } from './personal-data.js';
import { changeStrings, findString, replaceStrings } from './personal-strings.js';
import { looksSealed, tokensIn, writeToken, type SealedPlace, type Token } from './token.js';
import { withhold } from './withheld.js';

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
    const { plain, away } = await this.read(value);
    for (const error of away.values()) throw error;
    return withPlain(value, plain);
  }

  async openFields<T extends object>(value: T): Promise<T> {
    const { plain, away } = await this.read(value);
    const open = withPlain(value, plain);
    return away.size === 0 ? open : withhold(open, (text) => away.get(text));
  }

  /** Every sealed text in a value as it was before; and those whose key cannot be asked for now, each with the reason. */
  private async read(value: unknown) {
    const plain = new Map<string, string>();
    const away = new Map<string, Unavailable>();
    for (const [text, token] of tokensIn(value)) {
      try {
        plain.set(text, opened(token, await this.keys.find(token.keyId)));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        away.set(text, error);
      }
    }
    return { plain, away };
  }
}

const withPlain = <T>(value: T, plain: ReadonlyMap<string, string>): T =>
  plain.size === 0 ? value : replaceStrings(value, (text) => (looksSealed(text) ? (plain.get(text) ?? text) : text));

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
