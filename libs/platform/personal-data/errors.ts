/** Text that was handed in has the form of ciphertext. */
export class LooksSealed extends Error {
  override readonly name = 'LooksSealed';
  constructor(readonly path: string) {
    super(`${path}: text may not begin like sealed text`);
  }
}

/** Ciphertext was changed, or stands somewhere other than where it was sealed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(
    readonly keyId: string,
    readonly place: string,
  ) {
    super(`${place}: sealed text does not open with key ${keyId}`);
  }
}

/** The key store cannot be used as it is: going on could lose keys, or show as erased what is not. */
export class KeyStoreDamaged extends Error {
  override readonly name = 'KeyStoreDamaged';
  constructor(
    message: string,
    /** The setting that says where the keys are. */
    readonly setting: 'DATA_DIR' | 'KEY_STORE' | 'KEY_MASTER' = 'DATA_DIR',
  ) {
    super(message);
  }
}
