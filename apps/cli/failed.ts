export const EXIT = { ok: 0, failed: 1, usage: 2, warnings: 3, proofFailed: 4 } as const;

/** An end that the operator can do something about: the message says what to try next. */
export class Failed extends Error {
  override readonly name: string = 'Failed';
  constructor(
    message: string,
    readonly exitCode: number = EXIT.failed,
  ) {
    super(message);
  }
}
