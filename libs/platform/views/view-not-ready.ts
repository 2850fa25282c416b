/** A place in the log: a position, or before everything. */
type Place = bigint | 'start';

/** A view that is being built for the first time: none of it is shown before it holds everything. Other views can be read. */
export class ViewNotReady extends Error {
  override readonly name = 'ViewNotReady';
  constructor(
    readonly view: string,
    /** Up to where the view has read the log. */
    readonly reached: Place,
    /** Up to where the log goes. */
    readonly end: Place,
  ) {
    super(`view ${view} is being built: it is at ${String(reached)} of ${String(end)}`);
  }
}
