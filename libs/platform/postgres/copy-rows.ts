import type { RowVersion } from '#platform/follow';

/** The first 19 bytes of COPY's binary format: its signature, no flags, no extension. */
const HEAD = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const COLUMNS = 8;
const TEXT = 25;
const OPEN = 2n ** 63n - 1n;
const JSONB_VERSION = 1;

/** Bytes of a row beside its texts: the number of columns, their lengths, four-byte and eight-byte values. */
const FIXED = 2 + COLUMNS * 4 + 3 * 8 + 1 + 1;
const ARRAY_HEAD = 12;
const ARRAY_DIMENSION = 8;

const placeOf = ({ owner }: RowVersion) => (owner === 'directory' ? { territory: '', orgs: [] } : owner);

const sizeOf = (version: RowVersion): number => {
  const { territory, orgs } = placeOf(version);
  const array = orgs.reduce((sum, org) => sum + 4 + Buffer.byteLength(org), ARRAY_HEAD + ARRAY_DIMENSION);
  return (
    FIXED + Buffer.byteLength(version.key) + Buffer.byteLength(territory) + array + Buffer.byteLength(version.text)
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

  json(value: string): void {
    const written = this.into.write(value, this.#at + 5);
    this.int32(written + 1);
    this.#at = this.into.writeUInt8(JSONB_VERSION, this.#at) + written;
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

/** The columns that `copyRows` writes, in its order. */
export const COPIED = 'key, since, until, born, territory, orgs, directory, row';

/** Versions of rows as COPY takes them: the server parses no numbers and no arrays, and unquotes nothing. */
export const copyRows = (versions: readonly RowVersion[]): Buffer => {
  const size = versions.reduce((sum, version) => sum + sizeOf(version), HEAD.length + 2);
  const writer = new Writer(Buffer.allocUnsafe(size));
  for (const version of versions) {
    const { territory, orgs } = placeOf(version);
    writer.int16(COLUMNS);
    writer.text(version.key);
    writer.bigint(version.since);
    writer.bigint(version.until ?? OPEN);
    writer.bigint(version.born);
    writer.text(territory);
    writer.texts(orgs);
    writer.boolean(version.owner === 'directory');
    writer.json(version.text);
  }
  return writer.end();
};
