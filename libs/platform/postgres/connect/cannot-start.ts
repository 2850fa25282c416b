/** The program cannot start as it is set up. Each line of the message tells the operator what was found and what to set. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
