/** A cursor that no page of this list gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor(readonly cursor: string) {
    super('this cursor was not given out by this list');
  }
}
