import type { After } from '#platform/event-store';
import type { Copied, LogCopy } from './copying.js';
import { LogCheck } from './log-check.js';
import { differing, differs, type NotCopied } from './log-difference.js';
import { logPages, RecordReader, wholeCommands } from './log-pages.js';
import type { LogRecord } from './log-record.js';
import { EntryDigest } from './entry-digest.js';
import { flawOf } from './log-verify.js';

const LIMIT = 500;

/**
 * Copies a log up to where it ends now, byte for byte, and compares every event afterwards. Whatever the target holds must be
 * how the source begins, so an interrupted copy is taken up where it ended, and a log that was written to otherwise is refused.
 * A log that grows meanwhile is copied to the end by calling it again.
 */
export const copyLog = async (asked: LogCopy): Promise<Copied | NotCopied> => {
  const run = new Run(asked, await asked.from.head());
  return (await run.compare()) ?? (await run.mark()) ?? (await run.copy()) ?? (await run.verify());
};

/** One call of `copyLog`. */
class Run {
  readonly #check: LogCheck;
  readonly #limit: number;
  /** The source's position that the target has come to. */
  #at: After = 'start';
  #added = 0;

  constructor(
    private readonly asked: LogCopy,
    private readonly end: After,
  ) {
    this.#check = new LogCheck(asked.rules);
    this.#limit = asked.limit ?? LIMIT;
  }

  /** What the target holds already is the beginning of the source. */
  async compare(): Promise<NotCopied | undefined> {
    return this.pairs('compare', (ours, theirs) => {
      this.#at = ours.position;
      return this.flawed(ours) ?? differing(ours, theirs);
    });
  }

  /** A log of stories and trials is marked as one, and so is its copy; no other log is. */
  async mark(): Promise<NotCopied | undefined> {
    const { from, to } = this.asked;
    const [ours, theirs] = await Promise.all([from.testClock(), to.testClock()]);
    if (ours?.from === theirs?.from) return undefined;
    if (!ours) return differs(0n, 'the target has a clock of its own, and the source has none 目标另设时钟，来源未设');
    if ((await to.head()) !== 'start')
      return differs(0n, 'the source has a clock of its own, and the target another 来源与目标的时钟不同');
    await to.startTestClock(ours.from);
    return undefined;
  }

  async copy(): Promise<NotCopied | undefined> {
    const progressed = this.progressed('copy');
    const pages = logPages(this.asked.from, { after: this.#at, end: this.end, limit: this.#limit });
    for await (const records of wholeCommands(pages)) {
      for (const record of records) {
        const flaw = this.flawed(record);
        if (flaw) return flaw;
      }
      await this.asked.to.put(records);
      this.#added += records.length;
      progressed(records.at(-1)?.position);
    }
    return this.noticed();
  }

  /** What the source holds beside its records is not copied: it is told of. */
  private noticed(): NotCopied | undefined {
    const [damage] = this.asked.from.noticed?.().damages ?? [];
    return damage && { outcome: 'source is not whole', ...flawOf(damage) };
  }

  async verify(): Promise<Copied | NotCopied> {
    const [source, copy] = [new EntryDigest(), new EntryDigest()];
    const different = await this.pairs('verify', (ours, theirs) => {
      source.add(ours);
      copy.add(theirs);
      this.#at = ours.position;
      return differing(ours, theirs);
    });
    if (different) return different;
    if (this.#at !== this.end)
      return differs(this.end === 'start' ? 0n : this.end, 'an event is missing in the copy 副本缺少事件');
    const { entriesSha256: copySha256 } = copy.result();
    const { timeSteps } = this.#check;
    return { outcome: 'copied', ...source.result(), copySha256, added: this.#added, timeSteps };
  }

  /** Walks along the target, with the source beside it. */
  private async pairs(
    step: 'compare' | 'verify',
    look: (ours: LogRecord, theirs: LogRecord) => NotCopied | undefined,
  ): Promise<NotCopied | undefined> {
    const { from, to } = this.asked;
    const progressed = this.progressed(step);
    const source = new RecordReader(from, this.end, this.#limit);
    for await (const page of logPages(to, { after: 'start', end: await to.head(), limit: this.#limit })) {
      for (const theirs of page) {
        const ours = await source.next();
        if (!ours) return differs(theirs.position, 'the target goes on where the source ends 目标多于来源');
        const found = look(ours, theirs);
        if (found) return found;
      }
      progressed(this.#at);
    }
    return undefined;
  }

  private flawed(record: LogRecord): NotCopied | undefined {
    const flaw = this.#check.add(record);
    return flaw && { outcome: 'source is not whole', ...flaw };
  }

  private progressed(step: 'compare' | 'copy' | 'verify'): (at: After | undefined) => void {
    const progressed = this.asked.progressed?.(step);
    return (at) => {
      if (typeof at === 'bigint' && typeof this.end === 'bigint') progressed?.(at, this.end);
    };
  }
}
