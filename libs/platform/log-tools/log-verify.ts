import type { Damage } from '#platform/event-store';
import { EntryDigest, type Digested } from './entry-digest.js';
import { LogCheck, type Flaw, type LogRules } from './log-check.js';
import { logPages } from './log-pages.js';
import type { LogRecord, LogSource, Noticed } from './log-record.js';
import { readable, Unreadable } from './readable.js';

/** Called after each page: how far it is, in positions of the log that is read, and where it will end. */
export type Progressed = (at: bigint, end: bigint) => void;

export interface Verified extends Digested {
  /** How often the time of an event is earlier than that of the one before it; see `LogCheck.timeSteps`. */
  readonly timeSteps: number;
  /** What somebody should look into, although nothing is damaged; in both languages, a line each. */
  readonly warnings: readonly string[];
}

/** The flaw that is nearest to the start of a log, and those after it. */
export interface Flawed extends Flaw {
  readonly others?: readonly Flaw[];
}

const PAGE = 500;
/** Whoever is told of so many knows what has happened to the log. */
const MOST_FLAWS = 100;

/** What is wrong with a place that its storage does not give back. */
const broken = (error: unknown): Flaw => {
  if (!(error instanceof Unreadable)) throw error;
  const reason = 'its storage is damaged: it cannot be read; restore it from a copy 存储损坏，无法读取，请从备份恢复';
  return { position: error.position, reason };
};

/** Reads a log from its start to where it ends now and checks that it is whole; answers the first flaw and the others if it is not. */
export const verifyLog = async (
  log: LogSource,
  rules: LogRules,
  progressed: Progressed = () => undefined,
): Promise<Verified | Flawed> => {
  const end = await log.head();
  const check = new LogCheck(rules);
  const digest = new EntryDigest();
  const flaws: Flaw[] = [];
  const look = (page: readonly LogRecord[]) => {
    for (const record of page) {
      flaws.push(...flawsIn(check, record));
      digest.add(record);
    }
    if (end !== 'start') progressed(page.at(-1)?.position ?? end, end);
    flaws.splice(MOST_FLAWS);
  };
  try {
    for await (const page of logPages(readable(log), { after: 'start', end, limit: PAGE })) look(page);
  } catch (error) {
    // What was found before such a place is told, too.
    flaws.push(broken(error));
  }
  const { damages, warnings } = noticedIn(log);
  return flawed([...flaws, ...damages.map(flawOf)]) ?? { ...digest.result(), timeSteps: check.timeSteps, warnings };
};

const noticedIn = (log: LogSource): Noticed => log.noticed?.() ?? NOTHING;

const NOTHING = { damages: [], warnings: [] };

const flawsIn = (check: LogCheck, record: LogRecord): readonly Flaw[] => {
  const flaw = check.add(record);
  return flaw ? [flaw] : [];
};

const flawed = (flaws: readonly Flaw[]): Flawed | undefined => {
  const [first, ...others] = flaws.toSorted((a, b) => (a.position < b.position ? -1 : 1));
  return first && { ...first, ...(others.length > 0 && { others }) };
};

/** What was noticed in a log beside its records, as a flaw of it. */
export const flawOf = ({ stream, position, reason }: Damage): Flaw => ({ position, reason: `${stream} ${reason}` });
