/** What was found and what to set, in both languages. */
export interface StartProblem {
  readonly en: string;
  readonly zh: string;
}

/** The program cannot start as it is set up. The message has a line for each problem. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(...problems: readonly StartProblem[]) {
    super(problems.map(({ en, zh }) => `${en} ${zh}`).join('\n'));
  }
}
