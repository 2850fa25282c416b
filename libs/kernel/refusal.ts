import type { Id } from './ids.js';
import type { Text } from './text.js';

/** An act by its name, and when it was: what a refusal points at. */
export interface Pointed {
  readonly act: Text;
  readonly at: string;
}

/** A "no": the broken condition, and where in the command's data it lies; `about` is the act that stands against it. */
export interface Refusal<R extends string = string> {
  readonly refused: R;
  readonly path?: readonly string[];
  readonly about?: Pointed;
  /** The things that stand against it; only such as the actor may see. */
  readonly others?: readonly Id[];
}

/** No, because of this condition; `path` leads to the offending field, such as `['clauses', '2', 'due']`. */
export const refused = <R extends string>(code: R, ...path: readonly string[]): Refusal<R> =>
  path.length > 0 ? { refused: code, path } : { refused: code };
