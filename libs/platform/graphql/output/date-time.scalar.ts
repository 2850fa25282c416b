import { bilingual } from '#kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,3})?Z$/;

/**
 * The instant that a text names, written with milliseconds; undefined unless it is ISO 8601 in UTC (`2022-03-31T09:00:00Z`)
 * and exists in the calendar.
 */
export const instant = (value: unknown): string | undefined => {
  const whole = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  if (whole === undefined) return undefined;
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) return undefined;
  const written = date.toISOString();
  return written.startsWith(whole) ? written : undefined;
};

const read = (value: unknown): string => {
  const found = instant(value);
  if (found === undefined) throw new GraphQLError('DateTime must be an instant in UTC, such as 2022-03-31T09:00:00Z');
  return found;
};

/** How the product itself writes instants; `read` has seen them on their way in, so on their way out the form will do. */
const WRITTEN = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/;

const written = (value: unknown): string => {
  if (typeof value === 'string' && WRITTEN.test(value)) return value;
  return read(value instanceof Date ? value.toISOString() : value);
};

/** An instant; inside the product it is its ISO 8601 text, in UTC, with milliseconds. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: bilingual({
    en: 'An instant: ISO 8601, UTC, such as `2022-03-31T09:00:00.000Z`.',
    zh: '时刻：ISO 8601 格式，世界协调时。',
  }),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: written,
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
