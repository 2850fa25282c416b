import { EntryDigest, type Digested } from './entry-digest.js';
import { LogCheck, type Flaw, type LogRules } from './log-check.js';
import { logPages } from './log-pages.js';
import type { LogSource } from './log-record.js';
import { readable, Unreadable } from './readable.js';

/** Called after each page: how far it is, in positions of the log that is read, and where it will end. */
export type Progressed = (at: bigint, end: bigint) => void;

export interface Verified extends Digested {
  /** How often the time of an event is earlier than that of the one before it; see `LogCheck.timeSteps`. */
  readonly timeSteps: number;
}

const PAGE = 500;

/** What is wrong with a place that its storage does not give back. */
const broken = (error: unknown): Flaw => {
  if (!(error instanceof Unreadable)) throw error;
  const reason = 'its storage is damaged: it cannot be read; restore it from a copy 存储损坏，无法读取，请从备份恢复';
  return { position: error.position, reason };
};

/** Reads a log from its start to where it ends now and checks that it is whole; answers the first flaw if it is not. */
export const verifyLog = (
  log: LogSource,
  rules: LogRules,
  progressed: Progressed = () => undefined,
): Promise<Verified | Flaw> => verified(log, rules, progressed).catch(broken);

const verified = async (log: LogSource, rules: LogRules, progressed: Progressed): Promise<Verified | Flaw> => {
  const end = await log.head();
  const check = new LogCheck(rules);
  const digest = new EntryDigest();
  for await (const page of logPages(readable(log), { after: 'start', end, limit: PAGE })) {
    for (const record of page) {
      const flaw = check.add(record);
      if (flaw) return flaw;
      digest.add(record);
    }
    if (end !== 'start') progressed(page.at(-1)?.position ?? end, end);
  }
  return { ...digest.result(), timeSteps: check.timeSteps };
};
