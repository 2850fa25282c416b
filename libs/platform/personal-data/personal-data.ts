import type { FieldPath, Id } from '#kernel';
import type { JsonObject } from '#platform/event-store';

/** The event that data belongs to. */
export interface EventPlace {
  readonly stream: Id;
  readonly eventId: string;
}

/**
 * Keeps what says something about persons readable only as long as the key of its stream exists. The log and the views hold
 * ciphertext; their proofs stay valid when a key is destroyed (trust.md 7).
 */
export interface PersonalData {
  /**
   * The data with its personal fields sealed under the stream's key, which is on disk by then. Call it for every event: text
   * that only looks sealed is refused wherever it stands (LooksSealed), so that nobody can pass off copied ciphertext.
   */
  seal(place: EventPlace, fields: readonly FieldPath[], data: JsonObject): Promise<JsonObject>;
  /**
   * A value of any shape with its located ciphertexts opened. Where the key is gone a placeholder stands, which says erased only where that is on record. Throws
   * SealBroken for ciphertext that was changed or moved.
   */
  open<T>(value: T): Promise<T>;
  /**
   * The same for a value with fields, of which others can be read while the key store is away: a sealed one throws Unavailable when it
   * is read.
   */
  openFields<T extends object>(value: T): Promise<T>;
  /**
   * A digest, in hexadecimal, that tells whether two texts are the same and that nobody can guess a text from without the key
   * store: a bare hash of a short text is as good as the text (trust.md 7, trap 1).
   */
  fingerprint(text: string): string;
}

export const PERSONAL_DATA = Symbol('PersonalData');

/** What stands in place of text whose key was destroyed, and that stands on record. */
export const ERASED = '〔已擦除 erased〕';

/** What stands in place of text whose key is not there although nobody erased it. */
export const KEY_MISSING = '〔密钥缺失 key missing〕';
