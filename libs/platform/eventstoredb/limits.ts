/** How long things may take and how many there may be at once; milliseconds (kurrentdb.md 5.8). */
export interface Limits {
  /** One call, and so how long silence goes unnoticed: the server gives up on a write after two seconds. */
  readonly callMs: number;
  /** One read with all its tries: it outlasts a silent leader and the way to another one. */
  readonly readMs: number;
  /** One append with everything it takes: its command's claim, tries and reconciling reads. */
  readonly appendMs: number;
  /** How often one write is tried before its outcome is called unknown. */
  readonly tries: number;
  /** The first pause between tries; each next one is twice as long up to the longest, give or take a half. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** The first and the longest pause before a lost subscription is opened again. */
  readonly resubscribeMs: readonly [number, number];
  /** How long nothing comes along a subscription that is read before the log is read in pages instead. */
  readonly silenceMs: number;
  /** How long such a subscription is kept for whoever does other things between two pages. */
  readonly idleMs: number;
  /** How many events of one process lie between two marks of the time in the log. */
  readonly markEvery: number;
  readonly running: number;
  readonly waiting: { readonly appends: number; readonly bytes: number };
}

export const LIMITS: Limits = {
  callMs: 5_000,
  readMs: 8_000,
  appendMs: 15_000,
  tries: 4,
  pauseMs: 100,
  longestPauseMs: 500,
  resubscribeMs: [500, 30_000],
  silenceMs: 1_000,
  idleMs: 5_000,
  markEvery: 1_000,
  running: 128,
  waiting: { appends: 4_096, bytes: 64 * 1024 * 1024 },
};
