import type { Text } from '#kernel';
import type { FileSaid } from './evidence.js';
import type { Made, Told, Value } from './step.js';

/** The languages in which the story can be told. */
export type Language = keyof Text;

/** An input as it is sent: every reference replaced by an id, and words told in one language. */
export type Filled = string | number | boolean | readonly Filled[] | { readonly [field: string]: Filled };

/** The step that should have made something did not. */
export class NotMade extends Error {
  override readonly name = 'NotMade';
  constructor(readonly step: string) {
    super(`nothing came of the step "${step}"`);
  }
}

const isTold = (value: object): value is Told => 'told' in value;
const isMade = (value: object): value is Made => 'madeBy' in value;
const isFile = (value: object): value is FileSaid => 'file' in value;

/** The name under which the id of a file is known, among those of steps. */
export const nameOf = ({ file }: FileSaid): string => `file: ${file.en}`;

/** The files that an input names, each once. */
export const filesIn = (value: Value): readonly FileSaid[] => {
  if (typeof value !== 'object') return [];
  if (isFile(value)) return [value];
  if (isTold(value)) return [];
  return [
    ...new Map(Object.values(value).flatMap((one: Value) => filesIn(one).map((file) => [nameOf(file), file]))).values(),
  ];
};

/** Puts in the ids that earlier steps made, and the words of the language. Throws NotMade for a step that was refused or comes later. */
export const filled = (value: Value, ids: ReadonlyMap<string, string>, language: Language): Filled => {
  if (typeof value !== 'object') return value;
  if (value instanceof Array) return value.map((one: Value) => filled(one, ids, language));
  if (isFile(value)) return known(ids, nameOf(value));
  if (isTold(value)) return value.told[language];
  if (!isMade(value)) {
    return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, filled(one, ids, language)]));
  }
  return known(ids, value.madeBy);
};

const known = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name);
  if (id === undefined) throw new NotMade(name);
  return id;
};
