import { bilingual, type Text } from '#kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,3})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const MINUTE = 60_000;

/** How far clocks that show such an offset are ahead of UTC. */
const aheadMs = (offset: string): number => {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return (offset.startsWith('-') ? -minutes : minutes) * MINUTE;
};

const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The text of a date of the years 1 to 9999: no database takes another one. */
const textOf = (ms: number): string | undefined => (ms >= FIRST && ms <= LAST ? new Date(ms).toISOString() : undefined);

/**
 * The instant that a text names, written in UTC with milliseconds; undefined unless it is ISO 8601 with an offset
 * (`2022-03-31T09:00:00Z`, `2022-03-31T17:00:00+08:00`) and exists in the calendar.
 */
export const instant = (value: unknown): string | undefined => {
  const [text, whole, offset] = typeof value === 'string' ? (INSTANT.exec(value) ?? []) : [];
  if (text === undefined || whole === undefined || offset === undefined) return undefined;
  const ms = Date.parse(text);
  // A day that a month does not have would be read as one of the next month.
  return textOf(ms + aheadMs(offset))?.startsWith(whole) ? textOf(ms) : undefined;
};

/** What an instant looks like, for those who sent something else. */
export const AN_INSTANT: Text = {
  en: 'Must be an instant, such as 2022-03-31T09:00:00Z or 2022-03-31T17:00:00+08:00.',
  zh: '须为时刻，例如 2022-03-31T09:00:00Z 或 2022-03-31T17:00:00+08:00。',
};

const read = (value: unknown): string => {
  const found = instant(value);
  if (found === undefined) throw new GraphQLError(bilingual(AN_INSTANT));
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
    en: 'An instant: ISO 8601 with any offset, such as `2022-03-31T17:00:00+08:00`; answers have it in UTC.',
    zh: '时刻：ISO 8601 格式，可带任意时区偏移；返回值为世界协调时。',
  }),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: written,
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
