import type { EndedRow, OwnedRow, ViewTable } from '#platform/follow';
import type { CopyIn } from '../connect/connection.js';
import { columnsIn, pastOf, placeOf, reachOf, tableName } from '../read-model/view-table.js';

/** The first 19 bytes of COPY's binary format: its signature, no flags, no extension. */
const HEAD = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const TEXT = 25;

/** Of one buffer, to begin with: what most portions need. */
const ROOM = 2 * 1024 * 1024;
/** Bytes that a character of a JavaScript string takes at most. */
const WIDEST = 3;

/** Writes values one after the other, each with its length before it. */
class Writer {
  #into = Buffer.allocUnsafe(ROOM);
  #at = HEAD.copy(this.#into);

  int16(value: number): void {
    this.#at = this.room(2).writeInt16BE(value, this.#at);
  }

  int32(value: number): void {
    this.#at = this.room(4).writeInt32BE(value, this.#at);
  }

  bigint(value: bigint): void {
    this.int32(8);
    this.#at = this.room(8).writeBigInt64BE(value, this.#at);
  }

  boolean(value: boolean): void {
    this.int32(1);
    this.#at = this.room(1).writeUInt8(value ? 1 : 0, this.#at);
  }

  text(value: string): void {
    const written = this.room(4 + value.length * WIDEST).write(value, this.#at + 4);
    this.int32(written);
    this.#at += written;
  }

  textOrNull(value: string | null): void {
    if (value === null) this.int32(-1);
    else this.text(value);
  }

  texts(values: readonly string[]): void {
    const start = this.#at;
    this.int32(0); // how long all of it is, known when it is written
    this.int32(values.length > 0 ? 1 : 0); // dimensions
    this.int32(0); // no nulls
    this.int32(TEXT);
    if (values.length > 0) {
      this.int32(values.length);
      this.int32(1); // the first index
    }
    for (const value of values) this.text(value);
    this.#into.writeInt32BE(this.#at - start - 4, start);
  }

  end(): Buffer {
    this.int16(-1);
    return this.#into.subarray(0, this.#at);
  }

  /** The buffer, with so many bytes free. */
  private room(bytes: number): Buffer {
    if (this.#at + bytes <= this.#into.length) return this.#into;
    const larger = Buffer.allocUnsafe(2 * (this.#at + bytes));
    this.#into.copy(larger, 0, 0, this.#at);
    return (this.#into = larger);
  }
}

/** Of one COPY: so that no statement takes long, and the buffers stay small. */
const CHARACTERS = 4_000_000;

/** Rows in portions of some megabytes: each waits for an answer. */
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
  const writer = new Writer();
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

/** Copies the versions that are true now. */
export const copyOpen = (table: ViewTable, rows: readonly OwnedRow[]): CopyIn => ({
  sql: `COPY ${tableName(table)} (${columnsIn(table.view).join(', ')}) FROM STDIN (FORMAT binary)`,
  rows: copied(rows, 0, () => undefined),
});

/** Copies the versions that ended. */
export const copyEnded = (table: ViewTable, rows: readonly EndedRow[]): CopyIn => ({
  sql: `COPY ${pastOf(tableName(table))} (${columnsIn(table.view).join(', ')}, until) FROM STDIN (FORMAT binary)`,
  rows: copied(rows, 1, (to, { until }) => {
    to.bigint(until);
  }),
});

/** What rows can be found under. */
export const copyReach = (table: ViewTable, rows: readonly OwnedRow[]): CopyIn => {
  const writer = new Writer();
  for (const { scopes, born, key } of rows) {
    for (const scope of scopes) {
      writer.int16(3);
      writer.text(scope);
      writer.bigint(born);
      writer.text(key);
    }
  }
  return {
    sql: `COPY ${reachOf(tableName(table))} (scope, born_at, row_key) FROM STDIN (FORMAT binary)`,
    rows: writer.end(),
  };
};
