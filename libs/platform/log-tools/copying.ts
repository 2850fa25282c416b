import type { LogRules } from './log-check.js';
import type { LogSource, LogTarget } from './log-record.js';
import type { Progressed, Verified } from './log-verify.js';

export interface LogCopy {
  readonly from: LogSource;
  readonly to: LogTarget;
  /** What the source promises of itself. */
  readonly rules: LogRules;
  readonly progressed?: (step: 'compare' | 'copy' | 'verify') => Progressed;
  /** How many events are read and written at a time. */
  readonly limit?: number;
}

export interface Copied extends Omit<Verified, 'warnings'> {
  readonly outcome: 'copied';
  /** How many of the events were not there before. */
  readonly added: number;
  /** The digest of the copy, which is to be that of the original. */
  readonly copySha256: string;
}
