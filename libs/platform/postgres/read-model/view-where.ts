import { columnsOf, SEARCHED, type AnyView } from '#kernel';
import type { Between, Narrowing, Way } from '#platform/views';
import { searchForm } from '#text';
import type { SqlValues } from './sql-values.js';
import { columnOf } from './view-table.js';

type Wanted = Readonly<Record<string, unknown>>;

/** Every condition of a narrowing. Throws on fields that the view does not declare for it. */
export const narrowedTo = <Row>(
  view: AnyView,
  { where = {}, between = [], oneOf, containing }: Narrowing<Row>,
  values: SqlValues,
): readonly string[] => [
  ...matching(view, where, values),
  ...between.flatMap((one) => inPeriod(view, one, values)),
  ...(oneOf ? [anyOf(oneOf.map((way) => alongWay(view, way, values)))] : []),
  ...(containing === undefined ? [] : [holdsText(view, containing, values)]),
];

/** Equality with a value, or with any of a list; a field that is not given does not narrow. */
const matching = (view: AnyView, where: Wanted, values: SqlValues): readonly string[] =>
  Object.entries(where)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([field, wanted]) => {
      const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
      if (view.lists?.includes(field)) return `${listIn(field)} ?| ${values.bind(list.map(String))}::text[]`;
      if (!view.indexes?.includes(field)) throw new Error(`view ${view.name} has no index on ${field}`);
      return isAnyOf(columnOf(field), list, values);
    });

const alongWay = <Row>(view: AnyView, { where, unless = [] }: Way<Row>, values: SqlValues): readonly string[] => [
  ...matching(view, where, values),
  ...unless.map((one) => `(${['true', ...matching(view, one, values)].join(' AND ')}) IS NOT TRUE`),
];

/** The values of a field that holds several, in the form that its index knows. */
export const listIn = (field: string): string => `(${columnOf(field)}::jsonb)`;

const isAnyOf = (text: string, wanted: readonly unknown[], values: SqlValues): string => {
  const given = wanted.filter((value) => value !== null).map(String);
  const equal = `${text} = ANY(${values.bind(given)}::text[])`;
  return given.length < wanted.length ? `(${equal} OR ${text} IS NULL)` : equal;
};

const anyOf = (ways: readonly (readonly string[])[]): string =>
  ways.length === 0 ? 'false' : `(${ways.map((all) => `(${all.join(' AND ') || 'true'})`).join(' OR ')})`;

const holdsText = ({ name, searched = [] }: AnyView, text: string, values: SqlValues): string => {
  if (searched.length === 0) throw new Error(`view ${name} has no text to look in`);
  return `strpos(${columnOf(SEARCHED)}, ${values.bind(searchForm(text))}::text COLLATE "C") > 0`;
};

/** Instants in [from, to), or not; rows keep them as UTC with milliseconds, which sort as text. */
export const inPeriod = <Row>(
  view: AnyView,
  { field, from, to, outside = false }: Between<Row>,
  values: SqlValues,
): readonly string[] => {
  if (!columnsOf(view).includes(field)) throw new Error(`view ${view.name} has no column for ${field}`);
  const text = columnOf(field);
  const instant = (value: string) => values.bind(new Date(value).toISOString());
  const bounds = [
    ...(from === undefined ? [] : [`${text} >= ${instant(from)}`]),
    ...(to === undefined ? [] : [`${text} < ${instant(to)}`]),
  ];
  return outside ? [`(${['true', ...bounds].join(' AND ')}) IS NOT TRUE`] : bounds;
};
