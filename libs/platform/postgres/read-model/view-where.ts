import type { AnyView } from '#kernel';
import type { Tally } from '#platform/views';
import type { SqlValues } from './sql-values.js';
import { columnOf } from './view-table.js';

/** Equality with a value, or with any of a list, on declared fields; a field that is not given does not narrow. Throws on others. */
export const matching = (
  view: AnyView,
  where: Readonly<Record<string, unknown>>,
  values: SqlValues,
): readonly string[] =>
  Object.entries(where)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([field, wanted]) => {
      if (!view.indexes?.includes(field)) throw new Error(`view ${view.name} has no index on ${field}`);
      const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
      return isAnyOf(columnOf(field), list, values);
    });

const isAnyOf = (text: string, wanted: readonly unknown[], values: SqlValues): string => {
  const given = wanted.filter((value) => value !== null).map(String);
  const equal = `${text} = ANY(${values.bind(given)}::text[])`;
  return given.length < wanted.length ? `(${equal} OR ${text} IS NULL)` : equal;
};

type Between = NonNullable<Tally<Record<string, unknown>>['between']>;

/** Instants in [from, to); rows keep them as UTC with milliseconds, which sort as text. */
export const inPeriod = ({ field, from, to }: Between, values: SqlValues): readonly string[] => {
  // A value that no condition uses has no type that PostgreSQL could find.
  if (from === undefined && to === undefined) return [];
  const text = columnOf(field);
  const instant = (value: string) => values.bind(new Date(value).toISOString());
  return [
    ...(from === undefined ? [] : [`${text} >= ${instant(from)}`]),
    ...(to === undefined ? [] : [`${text} < ${instant(to)}`]),
  ];
};
