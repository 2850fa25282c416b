import { KeyStoreDamaged } from './errors.js';
import type { KeyStore } from './key-store.js';

/** So many that are missing are remembered. */
const MOST = 1_000;

/** Keys that sealed something, are not there, and were erased by nobody. */
export class MissingKeys {
  readonly #ids = new Set<string>();

  /** Looks for a key and remembers whether it was there. What cannot be looked for because the machine fails is not missing. */
  async noting(keyId: string, look: () => ReturnType<KeyStore['find']>): ReturnType<KeyStore['find']> {
    const found = await look().catch((error: unknown) => {
      if (error instanceof KeyStoreDamaged) this.add(keyId);
      throw error;
    });
    if (found) this.#ids.delete(keyId);
    else this.add(keyId);
    return found;
  }

  /** Throws KeyStoreDamaged as long as one of them is missing. */
  check(): void {
    if (this.#ids.size === 0) return;
    throw new KeyStoreDamaged(
      `keys are missing (${String(this.#ids.size)}): bring the backup back 密钥缺失，请恢复备份`,
    );
  }

  private add(keyId: string): void {
    if (this.#ids.size < MOST) this.#ids.add(keyId);
  }
}
