import { columnsOf, type AnyView } from '#kernel';
import type { After } from '#platform/event-store';
import { MOST_COUNTED, type Narrowing, type Paging, type Tally, type Then } from '#platform/views';
import { SqlValues } from './sql-values.js';
import { scopesOf, stillVisibleTo, visibleTo, type Sight } from './view-conditions.js';
import { placeOf, type Place } from './view-cursor.js';
import { columnOf, columnsIn, pastOf, reachOf, servingTable } from './view-table.js';
import { inPeriod, listIn, narrowedTo } from './view-where.js';

/** One statement about the rows of a view: those that were true at a moment and that somebody may see. */
export class ViewQuery {
  readonly values = new SqlValues();
  readonly #conditions: string[] = [];
  readonly #sources: Sources;

  constructor(
    readonly view: AnyView,
    private readonly sight: Sight,
    moment: After | undefined,
  ) {
    this.#sources = sourcesOf({ view, sight, values: this.values }, moment);
  }

  rows(keys: readonly string[]): string {
    this.#conditions.push(this.visible(), `key = ANY(${this.values.bind(keys)})`);
    return `SELECT key, row AS text ${this.from()}`;
  }

  keys(keys: readonly string[]): string {
    this.#conditions.push(this.visible(), `key = ANY(${this.values.bind(keys)})`);
    return `SELECT key ${this.from()}`;
  }

  /** Each key as it was at a position of its own. */
  versions(asked: readonly Then[]): string {
    const table = servingTable(this.view);
    const keys = this.values.bind(asked.map(({ id }) => id));
    const positions = this.values.bind(asked.map(({ position }) => String(position)));
    const version = `key = asked_key AND since <= asked_at AND ${this.visible()}`;
    return `SELECT asked_key AS key, asked_at AS position, row AS text
      FROM unnest(${keys}::text[], ${positions}::bigint[]) AS asked(asked_key, asked_at), LATERAL (
        SELECT row FROM ${table} WHERE ${version}
        UNION ALL SELECT row FROM ${pastOf(table)} WHERE ${version} AND until > asked_at
      ) AS rows`;
  }

  /** One row more than asked for, which says whether there is another page. */
  page<Row>({ first, after, ...narrowing }: Paging<Row>): string {
    const filters = narrowedTo(this.view, narrowing, this.values);
    this.#conditions.push(...filters);
    const limit = `LIMIT ${this.values.bind(first + 1)}`;
    const place = after === undefined ? undefined : placeOf(this.view.name, after);
    const scopes = filters.length === 0 ? scopesOf(this.view, this.sight) : undefined;
    if (scopes && scopes.length > 0) return this.found(scopes, place, limit);
    this.#conditions.push(scopes ? 'false' : this.visible());
    if (place) this.#conditions.push(this.beyond(place));
    const firstRows = `ORDER BY born DESC, key ${limit}`;
    return `SELECT born, key, row AS text ${this.from(firstRows)} ${firstRows}`;
  }

  /** How many rows there are, up to one more than are counted. */
  count<Row>(narrowing: Narrowing<Row>): string {
    this.#conditions.push(this.visible(), ...narrowedTo(this.view, narrowing, this.values));
    const limit = `LIMIT ${String(MOST_COUNTED + 1)}`;
    return `SELECT count(*) AS total FROM (SELECT 1 ${this.from(limit)} ${limit}) AS counted`;
  }

  tally<Row>({ by, byEach, count, during = {}, ...narrowing }: Tally<Row>): string {
    this.#conditions.push(this.visible(), ...narrowedTo(this.view, narrowing, this.values));
    for (const field of [by, byEach, ...count]) this.requireColumn(field);
    const value = by === undefined ? 'NULL::text' : columnOf(by);
    const counted = [
      ...count.map((field) => `${columnOf(field)} = 'true'`),
      ...Object.values(during).map((one) => ['true', ...inPeriod(this.view, one, this.values)].join(' AND ')),
    ];
    if (byEach !== undefined) return this.tallyOfEach(byEach, counted);
    const counts = counted.map((condition) => `count(*) FILTER (WHERE ${condition})`);
    const columns = [`${value} AS value`, 'count(*) AS total', `ARRAY[${counts.join(', ')}]::bigint[] AS counts`];
    const grouped = by === undefined ? '' : 'GROUP BY 1 ORDER BY 1 NULLS LAST';
    return `SELECT ${columns.join(', ')} ${this.from()} ${grouped}`;
  }

  /** Values are taken apart first, and counted then. */
  private tallyOfEach(field: string, counted: readonly string[]): string {
    const inner = [
      `jsonb_array_elements_text(${listIn(field)}) AS value`,
      ...counted.map((condition, n) => `(${condition}) AS c${String(n)}`),
    ];
    const counts = counted.map((_, n) => `count(*) FILTER (WHERE c${String(n)})`).join(', ');
    return `SELECT value, count(*) AS total, ARRAY[${counts}]::bigint[] AS counts
      FROM (SELECT ${inner.join(', ')} ${this.from()}) AS each GROUP BY 1 ORDER BY 1`;
  }

  private requireColumn(field: string | undefined): void {
    if (field === undefined || columnsOf(this.view).includes(field)) return;
    throw new Error(`view ${this.view.name} has no column for ${field}`);
  }

  private beyond({ born, key }: Place, [bornAt, rowKey] = ['born', 'key']): string {
    const at = this.values.bind(String(born));
    return `${bornAt} <= ${at} AND (${bornAt} < ${at} OR ${rowKey} > ${this.values.bind(key)})`;
  }

  private visible(): string {
    return visibleTo(this.view, this.sight, this.values);
  }

  /** The first rows of each scope, and of those the first, however many more there are. */
  private found(scopes: readonly string[], place: Place | undefined, limit: string): string {
    const { reach, found, tables } = this.#sources;
    const columns = 'born, key, row, territory, orgs, directory';
    const versions = tables.map(({ table, when }) => {
      // It follows from the key, which alone leads to the row: taken for one more of its own, it would let a single row be guessed.
      const conditions = ['key = row_key', 'CASE WHEN born = born_at THEN true ELSE false END', ...when].join(' AND ');
      return `SELECT ${columns} FROM ${table} WHERE ${conditions}`;
    });
    // Seldom false of what was found. Were it seen through, its range of paths would be guessed to hold one row or none, and all
    // rows of a territory be taken and sorted instead.
    const checked = [
      `CASE WHEN ${this.visible()} THEN true ELSE false END`,
      ...(place ? [this.beyond(place, ['born_at', 'row_key'])] : []),
    ];
    const each = scopes.map((scope) => {
      const conditions = [`scope = ${this.values.bind(scope)}`, ...found, ...checked].join(' AND ');
      return `(SELECT DISTINCT ON (born_at, row_key) born, key, row
        FROM ${reach}, LATERAL (${versions.join(' UNION ALL ')}) AS rows
        WHERE ${conditions} ORDER BY born_at DESC, row_key ${limit})`;
    });
    const rows = `(${each.join(' UNION ALL ')}) AS rows`;
    return `SELECT DISTINCT ON (born, key) born, key, row AS text FROM ${rows} ORDER BY born DESC, key ${limit}`;
  }

  /** The rows that are there and may be seen. `best` may choose some of each source, if it chooses again among all of these. */
  private from(best = ''): string {
    const [source, ...more] = this.#sources.tables.map(
      ({ table, when }) => `${table} WHERE ${[...when, ...this.#conditions].join(' AND ')}`,
    );
    if (more.length === 0) return `FROM ${String(source)}`;
    const columns = columnsIn(this.view).join(', ');
    const each = [source, ...more].map((one) => `(SELECT ${columns} FROM ${String(one)} ${best})`);
    return `FROM (${each.join(' UNION ALL ')}) AS rows`;
  }
}

/** Where rows are that were true at a moment, and the lines that lead to them. */
interface Sources {
  readonly reach: string;
  /** Which of the lines were there by then. */
  readonly found: readonly string[];
  readonly tables: readonly Source[];
}

/** A table, and which of its rows are meant. */
interface Source {
  readonly table: string;
  readonly when: readonly string[];
}

/** What is looked at, and with whose eyes. */
interface Look {
  readonly view: AnyView;
  readonly sight: Sight;
  readonly values: SqlValues;
}

/** Undefined is now. */
const sourcesOf = ({ view, sight, values }: Look, moment: After | undefined): Sources => {
  const table = servingTable(view);
  const reach = reachOf(table);
  if (moment === undefined) return { reach, found: [], tables: [{ table, when: [] }] };
  if (moment === 'start') return { reach, found: [], tables: [{ table, when: ['false'] }] };
  const at = values.bind(String(moment));
  // A row is never true before its key appeared: so lists need not be searched from their newest end.
  const began = [`born <= ${at}`, `since <= ${at}`];
  const past = pastOf(table);
  const ended = {
    table: past,
    when: [...began, `until > ${at}`, ...stillVisibleTo(view, sight, { table, past, values })],
  };
  return { reach, found: [`born_at <= ${at}`], tables: [{ table, when: began }, ended] };
};
