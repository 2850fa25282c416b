import { createHmac } from 'node:crypto';
import type { FieldPath } from '#kernel';
import type { JsonObject } from '#platform/event-store';
import { decrypt, encrypt } from './cipher.js';
import { LooksSealed, SealBroken } from './errors.js';
import type { DataKey, KeyStore } from './key-store.js';
import { ERASED, type EventPlace, type PersonalData } from './personal-data.js';
import { mapStrings, stringsOf, type Path } from './strings.js';
import { looksSealed, readToken, writeToken, type SealedPlace, type Token } from './token.js';

/** Personal data under AES-256-GCM, one key for each stream. */
export class PersonalDataCipher implements PersonalData {
  constructor(private readonly keys: KeyStore) {}

  async seal(place: EventPlace, fields: readonly FieldPath[], data: JsonObject): Promise<JsonObject> {
    const strings = stringsOf(data);
    const forged = strings.find(({ text }) => looksSealed(text));
    if (forged) throw new LooksSealed(forged.path);
    const isPersonal = (path: Path) => fields.some((field) => matches(field, path.split('.')));
    if (!strings.some(({ path }) => isPersonal(path))) return data;
    const { id, key } = await this.keys.keyFor(place.stream);
    return mapStrings(data, (text, path) =>
      isPersonal(path) ? writeToken(id, encrypt(key, Buffer.from(text), context({ ...place, path }, id))) : text,
    );
  }

  fingerprint(text: string): string {
    return createHmac('sha256', this.keys.secret('fingerprint')).update(text).digest('hex');
  }

  async open<T>(value: T): Promise<T> {
    const keyIds = new Set(stringsOf(value).flatMap(({ text }) => readToken(text)?.keyId ?? []));
    if (keyIds.size === 0) return value;
    const keys = new Map<string, DataKey | undefined>();
    for (const keyId of keyIds) keys.set(keyId, await this.keys.find(keyId));
    return mapStrings(value, (text, path) => {
      const token = readToken(text);
      return token ? opened(token, keys.get(token.keyId), path) : text;
    });
  }
}

const opened = ({ keyId, sealed, place }: Token, key: DataKey | undefined, path: Path): string => {
  if (!place) throw new SealBroken(keyId, path);
  if (!key) return ERASED;
  const plain = decrypt(key.key, sealed, context(place, keyId));
  if (!plain) throw new SealBroken(keyId, `${place.stream}/${place.eventId}/${place.path}`);
  return plain.toString();
};

const context = ({ stream, eventId, path }: SealedPlace, keyId: string): string =>
  [stream, eventId, path, keyId].join('|');

const matches = (field: FieldPath, path: readonly string[]): boolean =>
  field.length === path.length && field.every((step, index) => step === '*' || step === path[index]);
