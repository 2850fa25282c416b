/** The kinds of stream that say who there is: administrators keep them. */
export const DIRECTORY: ReadonlySet<string> = new Set(['territory', 'organisation', 'person']);
