import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that others may pass through: root's PostgreSQL runs as another user, which has to get in. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sifang-test-'));
  chmodSync(folder, 0o711);
  return folder;
};

/** Removes a folder with all that is in it; one that is not there is fine. */
export const removeFolder = (folder: string) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
};
