/** The moment that somebody asked to look at lies after everything that the log holds by now, or after the present. */
export class BeyondTheLog extends Error {
  override readonly name = 'BeyondTheLog';
  constructor() {
    super('the moment lies beyond the end of the log');
  }
}

/** A position that somebody waits for is not in the log: it never was, or the log was brought back to an earlier state since. */
export class NeverRecorded extends Error {
  override readonly name = 'NeverRecorded';
  constructor() {
    super('the position lies beyond the end of the log');
  }
}
