import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.js';

/** A small disk of its own. */
export class Disk {
  readonly folder = temporaryFolder();
  readonly #ballast = join(this.folder, 'ballast');

  constructor(megabytes: number) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=711`, 'tmpfs', this.folder]);
  }

  /** Leaves no room for anything. */
  fill(): void {
    const file = openSync(this.#ballast, 'w');
    const some = Buffer.alloc(64 * 1024);
    try {
      for (let size = some.length; size > 0;) {
        try {
          writeSync(file, some, 0, size);
        } catch {
          size = Math.floor(size / 2);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  makeRoom(): void {
    rmSync(this.#ballast);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    removeFolder(this.folder);
  }
}
