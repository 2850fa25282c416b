import type { SecurityAbout, SecurityEntry, SecurityLog, SecurityWord } from './security-log.js';
import { Soon, type After } from './soon.js';

/** Entries that wait at once; beyond that they are counted only. */
export const MOST_WAITING = 500;

interface Needs {
  /** Keeps entries for good, in this order. */
  readonly write: (entries: readonly SecurityEntry[]) => Promise<void>;
  /** Hears of each entry once, when it is about to be kept. */
  readonly tell: (entry: SecurityEntry) => void;
  readonly after?: After;
}

/**
 * Takes entries at once and keeps them a moment later, all together: what is the same within that moment is one entry with a count. While
 * they cannot be kept so many wait; the others are counted, and an entry says how many there were.
 */
export class BufferedSecurityLog implements SecurityLog {
  readonly #waiting = new Map<string, SecurityEntry>();
  #unwritten: readonly SecurityEntry[] = [];
  readonly #writing: Soon;
  #untold = 0;
  #dropped = 0;

  constructor(private readonly needs: Needs) {
    this.#writing = new Soon(() => this.write(), needs.after);
  }

  /** How many were counted only, since this process began. */
  get dropped(): number {
    return this.#dropped;
  }

  add(word: SecurityWord, { count = 1, ...about }: SecurityAbout, now: Date): void {
    const key = JSON.stringify([word, about]);
    const same = this.#waiting.get(key);
    if (same) this.#waiting.set(key, { ...same, about: { ...about, count: (same.about.count ?? 1) + count } });
    else if (this.isFull()) this.drop();
    else this.#waiting.set(key, { at: now, word, about: { ...about, ...(count > 1 && { count }) } });
    this.#writing.plan();
  }

  /** Keeps what waits, if it can be kept now. */
  flush(): Promise<void> {
    return this.#writing.now();
  }

  /** Keeps everything that was taken before this was called, or gives it up. */
  close(): Promise<void> {
    return this.#writing.last();
  }

  private isFull(): boolean {
    return this.#waiting.size + this.#unwritten.length >= MOST_WAITING;
  }

  private drop(): void {
    this.#dropped += 1;
    this.#untold += 1;
  }

  private async write(): Promise<void> {
    this.take();
    if (this.#unwritten.length === 0) return;
    try {
      await this.needs.write(this.#unwritten);
      this.#unwritten = [];
    } catch {
      // They wait, within their bound, and are tried again.
      this.#writing.plan();
    }
  }

  /** Moves what waits to what is to be written, with a word about what was lost. */
  private take(): void {
    const taken = [...this.#waiting.values()];
    this.#waiting.clear();
    const at = taken[0]?.at;
    if (at && this.#untold > 0) {
      taken.push({ at, word: 'sys_monitor_disabled', about: { code: 'DROPPED', count: this.#untold } });
      this.#untold = 0;
    }
    for (const entry of taken) this.needs.tell(entry);
    this.#unwritten = [...this.#unwritten, ...taken];
  }
}
