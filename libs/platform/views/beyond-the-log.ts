/** What somebody asked to look at lies after everything that the log holds by now, or after the present. */
export class BeyondTheLog extends Error {
  override readonly name = 'BeyondTheLog';
  constructor(
    /** The part of the look that says so. */
    readonly at: 'asOf',
  ) {
    super(`${at} lies beyond the end of the log`);
  }
}
