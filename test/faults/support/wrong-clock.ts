import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clock that is told what to say while programs run by it; timers go on as they should. Needs faketime. */
export class WrongClock {
  readonly environment: Readonly<Record<string, string>>;
  readonly #file: string;

  /** Any user may read the time in this folder. */
  constructor(folder: string) {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    this.#file = join(folder, 'time');
    const print = ['sh', '-c', 'printf %s "$LD_PRELOAD"'];
    this.environment = {
      LD_PRELOAD: execFileSync('faketime', ['-m', '-f', '+0d', ...print], { encoding: 'utf8' }),
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
    this.say('+0d');
  }

  /** Sets the clock in faketime's words: an offset such as `-2d`, one with a speed such as `+0 x10`, or a moment after `@`. */
  say(time: string): void {
    // Put in place at one stroke: it is read at every look at the clock.
    writeFileSync(`${this.#file}.new`, `${time}\n`, { mode: 0o644 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
