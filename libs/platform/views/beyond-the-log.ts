/** The moment that somebody asked to look at lies after everything that the log holds by now, or after the present. */
export class BeyondTheLog extends Error {
  override readonly name = 'BeyondTheLog';
  constructor() {
    super('the moment lies beyond the end of the log');
  }
}
