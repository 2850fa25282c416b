import type { EndedRow, OwnedRow, ViewTable } from '#platform/follow';
import { columnsIn, pastOf, placeOf, tableName } from './view-table.js';

/** One COPY: the statement and what goes into it. */
export interface CopyIn {
  readonly sql: string;
  readonly rows: Buffer;
}

/** The first 19 bytes of COPY's binary format: its signature, no flags, no extension. */
const HEAD = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const TEXT = 25;

/** Bytes of a row beside its texts, at most: the number of columns, the lengths of those that all views have, and what is no text. */
const FIXED = 2 + 8 * 4 + 3 * 8 + 1;
const ARRAY_HEAD = 12;
const ARRAY_DIMENSION = 8;

const sizeOf = (row: OwnedRow): number => {
  const { territory, orgs } = placeOf(row);
  const array = orgs.reduce((sum, org) => sum + 4 + Buffer.byteLength(org), ARRAY_HEAD + ARRAY_DIMENSION);
  const columns = row.columns.reduce((sum, text) => sum + 4 + Buffer.byteLength(text ?? ''), 0);
  return (
    FIXED + Buffer.byteLength(row.key) + Buffer.byteLength(territory) + array + Buffer.byteLength(row.text) + columns
  );
};

/** Writes values one after the other, each with its length before it. */
class Writer {
  #at = 0;

  constructor(private readonly into: Buffer) {
    this.#at = HEAD.copy(into);
  }

  int16(value: number): void {
    this.#at = this.into.writeInt16BE(value, this.#at);
  }

  int32(value: number): void {
    this.#at = this.into.writeInt32BE(value, this.#at);
  }

  bigint(value: bigint): void {
    this.int32(8);
    this.#at = this.into.writeBigInt64BE(value, this.#at);
  }

  boolean(value: boolean): void {
    this.int32(1);
    this.#at = this.into.writeUInt8(value ? 1 : 0, this.#at);
  }

  text(value: string): void {
    const written = this.into.write(value, this.#at + 4);
    this.int32(written);
    this.#at += written;
  }

  textOrNull(value: string | null): void {
    if (value === null) this.int32(-1);
    else this.text(value);
  }

  texts(values: readonly string[]): void {
    const start = this.#at;
    this.#at += 4;
    this.int32(values.length > 0 ? 1 : 0); // dimensions
    this.int32(0); // no nulls
    this.int32(TEXT);
    if (values.length > 0) {
      this.int32(values.length);
      this.int32(1); // the first index
    }
    for (const value of values) this.text(value);
    this.into.writeInt32BE(this.#at - start - 4, start);
  }

  end(): Buffer {
    this.int16(-1);
    return this.into.subarray(0, this.#at);
  }
}

/** Of one COPY: so that no statement takes long, and the buffers stay small. */
const CHARACTERS = 1_000_000;

/** Rows in portions of about a megabyte. */
export function* portions<Row extends OwnedRow>(rows: readonly Row[]): Generator<readonly Row[]> {
  let [start, size] = [0, 0];
  for (const [index, { text }] of rows.entries()) {
    size += text.length;
    if (size < CHARACTERS) continue;
    yield rows.slice(start, index + 1);
    [start, size] = [index + 1, 0];
  }
  if (start < rows.length) yield rows.slice(start);
}

const FIRST_COLUMNS = 7;

/** Rows as `COPY` takes them: the server parses no numbers and no arrays, and unquotes nothing. */
const copied = <Row extends OwnedRow>(rows: readonly Row[], more: 0 | 1, last: (to: Writer, row: Row) => void) => {
  const size = rows.reduce((sum, row) => sum + sizeOf(row), HEAD.length + 2);
  const writer = new Writer(Buffer.allocUnsafe(size));
  for (const row of rows) {
    const { territory, orgs } = placeOf(row);
    writer.int16(FIRST_COLUMNS + row.columns.length + more);
    writer.text(row.key);
    writer.bigint(row.since);
    writer.bigint(row.born);
    writer.text(territory);
    writer.texts(orgs);
    writer.boolean(row.owner === 'directory');
    writer.text(row.text);
    for (const column of row.columns) writer.textOrNull(column);
    last(writer, row);
  }
  return writer.end();
};

/** What is true now. */
export const copyOpen = (table: ViewTable, rows: readonly OwnedRow[]): CopyIn => ({
  sql: `COPY ${tableName(table)} (${columnsIn(table.view).join(', ')}) FROM STDIN (FORMAT binary)`,
  rows: copied(rows, 0, () => undefined),
});

/** What ended. */
export const copyEnded = (table: ViewTable, rows: readonly EndedRow[]): CopyIn => ({
  sql: `COPY ${pastOf(tableName(table))} (${columnsIn(table.view).join(', ')}, until) FROM STDIN (FORMAT binary)`,
  rows: copied(rows, 1, (to, { until }) => {
    to.bigint(until);
  }),
});
