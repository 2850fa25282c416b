/** A log gets a clock of its own while it is empty, and one that begins between 1949-10-01 and the present; nothing was changed. */
export class ClockCannotBeSet extends Error {
  override readonly name = 'ClockCannotBeSet';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
