/** The program cannot start as it is set up. The message is one line for the operator: what was found and what to set. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
