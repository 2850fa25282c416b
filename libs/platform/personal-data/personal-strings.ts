import type { FieldPath } from '#kernel';

/** Names, or numbers in lists, from the top of a value down to a string, joined by dots. */
export type Path = string;
export type Change = (text: string, path: Path) => string;

/** Copies a value with every string changed; keys stay. Only plain objects and lists are gone into. */
export const mapStrings = <T>(value: T, change: Change): T => map(value, change, '') as T; // strings stay strings, the shape stays

const map = (value: unknown, change: Change, path: Path): unknown => {
  if (typeof value === 'string') return change(value, path);
  const below = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (Array.isArray(value)) return value.map((item, index) => map(item, change, below(String(index))));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field, change, below(name))]));
};

/** The same value with some strings changed, without a look at where they stand; parts in which nothing changes are not copied. */
export const replaceStrings = <T>(value: T, change: (text: string) => string): T => replaced(value, change) as T; // the shape stays

const replaced = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const changed = items.map((item) => replaced(item, change));
    return changed.some((item, index) => item !== items[index]) ? changed : value;
  }
  return isPlain(value) ? replacedIn(value, change) : value;
};

/** Every row that is shown goes through here: one copy at most, and no lists of entries. */
const replacedIn = (value: Record<string, unknown>, change: (text: string) => string): Record<string, unknown> => {
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const after = replaced(value[name], change);
    if (after !== value[name]) (copy ??= { ...value })[name] = after;
  }
  return copy ?? value;
};

/** Whether a value is a list of fields and nothing more. */
export const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The way to the first string that is so; undefined when none is. */
export const findString = (value: unknown, is: (text: string) => boolean): Path | undefined => {
  if (typeof value === 'string') return is(value) ? '' : undefined;
  if (!Array.isArray(value) && !isPlain(value)) return undefined;
  for (const [step, part] of Object.entries(value)) {
    const below = findString(part, is);
    if (below !== undefined) return below === '' ? step : `${step}.${below}`;
  }
  return undefined;
};

/** Copies a value with the strings at some places changed; parts in which there is no such place are not copied. */
export const changeStrings = <T>(value: T, places: readonly FieldPath[], change: Change): T =>
  changed(value, '', { places, change }) as T; // the shape stays

/** What is to be done, and at which places below. */
interface Changing {
  readonly places: readonly FieldPath[];
  readonly change: Change;
}

const changed = (value: unknown, path: Path, { places, change }: Changing): unknown => {
  if (typeof value === 'string') return places.some((place) => place.length === 0) ? change(value, path) : value;
  const within = (part: unknown, step: string): unknown => {
    const below = places.filter(([first]) => first === '*' || first === step).map((place) => place.slice(1));
    return below.length === 0 ? part : changed(part, path === '' ? step : `${path}.${step}`, { places: below, change });
  };
  if (Array.isArray(value)) return value.map((item, index) => within(item, String(index)));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, within(part, name)]));
};
