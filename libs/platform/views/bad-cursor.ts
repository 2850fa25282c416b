/** A cursor that no page of this view ever gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor(readonly view: string) {
    super(`not a cursor of ${view}`);
  }
}
