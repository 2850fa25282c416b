/**
 * A view, a policy or a timer asks, sets or stores what it may not: the stream waits. Its texts name what the program declares, never a
 * value, so the process's log may hold them.
 */
export class CannotFollow extends Error {
  override readonly name = 'CannotFollow';
}
