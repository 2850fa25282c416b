/** Names, or numbers in lists, from the top of a value down to a string, joined by dots. */
export type Path = string;
export type Change = (text: string, path: Path) => string;

/** The same value with every string changed; keys stay. Only plain objects and lists are gone into. */
export const mapStrings = <T>(value: T, change: Change): T => map(value, change, '') as T; // strings stay strings, the shape stays

const map = (value: unknown, change: Change, path: Path): unknown => {
  if (typeof value === 'string') return change(value, path);
  const below = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (Array.isArray(value)) return value.map((item, index) => map(item, change, below(String(index))));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field, change, below(name))]));
};

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Every string of a value, with its path. */
export const stringsOf = (value: unknown): readonly { readonly text: string; readonly path: Path }[] => {
  const found: { text: string; path: Path }[] = [];
  mapStrings(value, (text, path) => {
    found.push({ text, path });
    return text;
  });
  return found;
};
