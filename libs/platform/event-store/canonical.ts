/** A value without one canonical JSON form that every store gives back unchanged. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
  constructor(
    readonly path: readonly string[],
    readonly why: string,
  ) {
    super(`${path.join('.') || 'the value'}: ${why}`);
  }
}

/** Deeper than any record of ours, and far from the depth at which a parser gives up. */
const MAX_DEPTH = 100;

/**
 * The one JSON text of a value by RFC 8785: sorted keys, no spaces, numbers and escapes as ECMAScript writes them. Object fields
 * that are undefined are left out. Throws NotCanonical for lone surrogates, NUL (which PostgreSQL's text cannot hold), numbers
 * that are not finite, integers beyond 2^53 (write those as strings), what is not JSON, and what is nested too deeply.
 */
export const canonical = (value: unknown): string => write(value, []);

const write = (value: unknown, path: string[]): string => {
  switch (typeof value) {
    case 'string':
      return text(value, path);
    case 'number':
      return number(value, path);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : compound(value, path);
    default:
      throw new NotCanonical([...path], `${typeof value} is not JSON`);
  }
};

const compound = (value: object, path: string[]): string => {
  if (path.length === MAX_DEPTH) throw new NotCanonical([...path], `nested more than ${String(MAX_DEPTH)} deep`);
  if (Array.isArray(value)) return `[${value.map((item, index) => below(item, String(index), path)).join(',')}]`;
  if (!isPlain(value)) throw new NotCanonical([...path], 'neither an object nor a list of JSON');
  return object(value, path);
};

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => !('toJSON' in value);

const object = (fields: Readonly<Record<string, unknown>>, path: string[]): string => {
  let written = '';
  // The default order of sort is by UTF-16 code units, as RFC 8785 3.2.3 asks.
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field === undefined) continue;
    if (written !== '') written += ',';
    written += `${text(key, path)}:${below(field, key, path)}`;
  }
  return `{${written}}`;
};

const below = (value: unknown, step: string, path: string[]): string => {
  path.push(step);
  const written = write(value, path);
  path.pop();
  return written;
};

/** What cannot stand in a JSON text as it is, or not without its other half. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const SPECIAL = /[\0-\x1f"\\\ud800-\udfff]/;

const text = (value: string, path: readonly string[]): string => {
  // Most texts need nothing but quotes around them.
  if (!SPECIAL.test(value)) return `"${value}"`;
  // Only a regular expression in Unicode mode tells half a pair from a whole one.
  if (/\p{Surrogate}/u.test(value)) throw new NotCanonical([...path], 'holds half of a surrogate pair');
  if (value.includes('\0')) throw new NotCanonical([...path], 'holds a NUL');
  return JSON.stringify(value);
};

const number = (value: number, path: readonly string[]): string => {
  if (!Number.isFinite(value)) throw new NotCanonical([...path], `${String(value)} is not a finite number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new NotCanonical([...path], `${String(value)} is an integer beyond 2^53: write it as a string`);
  }
  return String(value);
};
