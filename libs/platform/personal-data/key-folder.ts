import { KeyStoreDamaged } from './errors.js';
import type { KeyFile } from './key-file.js';
import { isErased, readKeyLine, unwrap } from './key-lines.js';
import type { WrappedKey } from './key-store.js';
import { createMasterKey, readMasterKey } from './master-key.js';

/** Throws KeyStoreDamaged when the first data key does not open with this master key: one of the two files is another one's. */
export const belongTogether = (file: KeyFile, master: Buffer): void => {
  const first = firstKept(file);
  if (first) unwrap(first, master);
};

/** The first key that is not erased. */
const firstKept = (file: KeyFile): WrappedKey | undefined => {
  for (const page of keysIn(file, 1)) {
    const kept = page.find((key) => !isErased(key));
    if (kept) return kept;
  }
  return undefined;
};

/** Every whole key in a file, in portions. */
export function* keysIn(file: KeyFile, portion = 1_000): Generator<readonly WrappedKey[]> {
  let page: WrappedKey[] = [];
  // Every line begins with a line end of its own.
  for (let place = 1; place < file.size;) {
    const line = file.lineAt(place);
    const key = readKeyLine(line);
    if (key) page.push(key);
    if (page.length === portion) {
      yield page;
      page = [];
    }
    place += Buffer.byteLength(line) + (key ? 2 : 1);
  }
  if (page.length > 0) yield page;
}

/** The key whose line begins at this place. Throws KeyStoreDamaged when there is none any more. */
export const wrappedAt = (file: KeyFile, place: number): WrappedKey => {
  const wrapped = readKeyLine(file.lineAt(place));
  if (!wrapped)
    throw new KeyStoreDamaged(
      'the file of keys was changed while it was in use: start again 密钥文件在使用中被改动，请重新启动',
    );
  return wrapped;
};

/** The master key; made when there are no data keys yet. Where there are some, there was a master key before them. */
export const masterKey = async (path: string, { size }: KeyFile): Promise<Buffer> => {
  const found = await readMasterKey(path);
  if (found) return found;
  if (size === 0) await createMasterKey(path);
  const made = await readMasterKey(path);
  if (made) return made;
  throw new KeyStoreDamaged(
    `${path} is missing, and without it nothing sealed so far can be read: restore it 主密钥缺失，请恢复`,
  );
};
