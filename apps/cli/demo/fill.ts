import type { Made, Value } from './step.js';

/** An input as it is sent: every reference replaced by an id. */
export type Filled = string | number | boolean | readonly Filled[] | { readonly [field: string]: Filled };

/** The step that should have made something did not. */
export class NotMade extends Error {
  override readonly name = 'NotMade';
  constructor(readonly step: string) {
    super(`nothing came of the step "${step}"`);
  }
}

const isMade = (value: object): value is Made => 'madeBy' in value;

/** Puts in the ids that earlier steps made. Throws NotMade for a step that was refused or comes later. */
export const filled = (value: Value, ids: ReadonlyMap<string, string>): Filled => {
  if (typeof value !== 'object') return value;
  if (value instanceof Array) return value.map((one: Value) => filled(one, ids));
  if (!isMade(value)) {
    return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, filled(one, ids)]));
  }
  const id = ids.get(value.madeBy);
  if (id === undefined) throw new NotMade(value.madeBy);
  return id;
};
