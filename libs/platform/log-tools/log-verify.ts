import { EntryDigest, type Digested } from './entry-digest.js';
import { LogCheck, type Flaw, type LogRules } from './log-check.js';
import { logPages } from './log-pages.js';
import type { LogSource } from './log-record.js';

/** Called after each page: how far it is, in positions of the log that is read, and where it will end. */
export type Progressed = (at: bigint, end: bigint) => void;

export interface Verified extends Digested {
  /** How often the time of an event is earlier than that of the one before it; see `LogCheck.timeSteps`. */
  readonly timeSteps: number;
}

const PAGE = 500;

/** Reads a log from its start to where it ends now and checks that it is whole; answers the first flaw if it is not. */
export const verifyLog = async (
  log: LogSource,
  rules: LogRules,
  progressed: Progressed = () => undefined,
): Promise<Verified | Flaw> => {
  const end = await log.head();
  const check = new LogCheck(rules);
  const digest = new EntryDigest();
  for await (const page of logPages(log, { after: 'start', end, limit: PAGE })) {
    for (const record of page) {
      const flaw = check.add(record);
      if (flaw) return flaw;
      digest.add(record);
    }
    if (end !== 'start') progressed(page.at(-1)?.position ?? end, end);
  }
  return { ...digest.result(), timeSteps: check.timeSteps };
};
