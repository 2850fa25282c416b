import { isPlain } from './personal-strings.js';

/** A copy in which reading some strings throws the error that they are kept back with. */
export const withhold = <T extends object>(value: T, why: (text: string) => Error | undefined): T =>
  withheld(value, why) as T; // whatever can be read has the same shape

const withheld = (value: object, why: (text: string) => Error | undefined): object => {
  if (!Array.isArray(value) && !isPlain(value)) return value;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  for (const [step, part] of Object.entries(value) as [string, unknown][]) {
    const field = fieldOf(part, why);
    if (field) Object.defineProperty(copy, step, { ...field, enumerable: true });
  }
  return copy;
};

/** What stands in a copy instead of a part; undefined where the part itself does. */
const fieldOf = (part: unknown, why: (text: string) => Error | undefined): PropertyDescriptor | undefined => {
  const reason = typeof part === 'string' ? why(part) : undefined;
  if (reason) return { get: throwing(reason) };
  return typeof part === 'object' && part !== null ? { value: withheld(part, why), writable: true } : undefined;
};

const throwing = (error: Error) => () => {
  throw error;
};
