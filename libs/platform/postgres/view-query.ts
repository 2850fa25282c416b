import { columnsOf, type AnyView } from '#kernel';
import type { After } from '#platform/event-store';
import type { Looking, Paging, Tally } from '#platform/views';
import { SqlValues } from './sql-values.js';
import { visibleTo } from './view-conditions.js';
import { placeOf } from './view-cursor.js';
import { columnOf, columnsIn, pastOf, servingTable } from './view-table.js';
import { inPeriod, matching } from './view-where.js';

/** One statement about the rows of a view: those that were true at a moment and that somebody may see. */
export class ViewQuery {
  readonly values = new SqlValues();
  readonly #conditions: string[];
  readonly #source: string;

  constructor(
    private readonly view: AnyView,
    looking: Looking,
    moment: After | undefined,
  ) {
    this.#source = sourceOf(view, moment, this.values);
    this.#conditions = [visibleTo(view, looking, this.values)];
  }

  rows(keys: readonly string[]): string {
    this.#conditions.push(`key = ANY(${this.values.bind(keys)})`);
    return `SELECT key, row AS text ${this.from()}`;
  }

  keys(keys: readonly string[]): string {
    this.#conditions.push(`key = ANY(${this.values.bind(keys)})`);
    return `SELECT key ${this.from()}`;
  }

  /** One row more than asked for, which says whether there is another page. */
  page<Row>({ first, after, where = {} }: Paging<Row>): string {
    this.#conditions.push(...matching(this.view, where, this.values));
    if (after !== undefined) this.follow(after);
    const limit = this.values.bind(first + 1);
    return `SELECT born, key, row AS text ${this.from()} ORDER BY born DESC, key LIMIT ${limit}`;
  }

  tally<Row>({ where = {}, by, count, between }: Tally<Row>): string {
    this.#conditions.push(...matching(this.view, where, this.values));
    if (between) this.#conditions.push(...inPeriod(between, this.values));
    for (const field of [by, ...count, between?.field]) this.requireColumn(field);
    const value = by === undefined ? 'NULL::text' : columnOf(by);
    const counts = count.map((field) => `count(*) FILTER (WHERE ${columnOf(field)} = 'true')`);
    const columns = [`${value} AS value`, 'count(*) AS total', `ARRAY[${counts.join(', ')}]::bigint[] AS counts`];
    const grouped = by === undefined ? '' : 'GROUP BY 1 ORDER BY 1 NULLS LAST';
    return `SELECT ${columns.join(', ')} ${this.from()} ${grouped}`;
  }

  private requireColumn(field: string | undefined): void {
    if (field === undefined || columnsOf(this.view).includes(field)) return;
    throw new Error(`view ${this.view.name} has no column for ${field}`);
  }

  private follow(cursor: string): void {
    const { born, key } = placeOf(this.view.name, cursor);
    const at = this.values.bind(String(born));
    this.#conditions.push(`born <= ${at} AND (born < ${at} OR key > ${this.values.bind(key)})`);
  }

  private from(): string {
    return `FROM ${this.#source} WHERE ${this.#conditions.join(' AND ')}`;
  }
}

/** The rows that were true at a moment; undefined is now. */
const sourceOf = (view: AnyView, moment: After | undefined, values: SqlValues): string => {
  const name = servingTable(view);
  if (moment === undefined) return name;
  if (moment === 'start') return `(SELECT * FROM ${name} WHERE false) AS v`;
  const at = values.bind(String(moment));
  // A row is never true before its key appeared: so lists need not be searched from their newest end.
  const began = `born <= ${at} AND since <= ${at}`;
  const select = `SELECT ${columnsIn(view)} FROM`;
  return `(${select} ${name} WHERE ${began} UNION ALL ${select} ${pastOf(name)} WHERE ${began} AND until > ${at}) AS v`;
};
