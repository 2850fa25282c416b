import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What V8 made of sources, by the name that a source has in the cache. */
export type Compiled = ReadonlyMap<string, Buffer>;

type Index = readonly (readonly [name: string, bytes: number])[];

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;
const digestOf = (content: Buffer): Buffer => hash('sha256', content, 'buffer');

/** The file's content: digest of the rest, length of the index, index, then one piece after the other. */
const encode = (compiled: Compiled): Buffer => {
  const index: Index = [...compiled].map(([name, piece]) => [name, piece.length]);
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const rest = Buffer.concat([length, head, ...compiled.values()]);
  return Buffer.concat([digestOf(rest), rest]);
};

const decode = (content: Buffer): Compiled => {
  const rest = content.subarray(DIGEST_BYTES);
  // V8 trusts what it is given: half a file must not get that far.
  if (!digestOf(rest).equals(content.subarray(0, DIGEST_BYTES))) return new Map();
  let at = LENGTH_BYTES + rest.readUInt32LE();
  const index = JSON.parse(rest.toString('utf8', LENGTH_BYTES, at)) as Index;
  return new Map(index.map(([name, bytes]) => [name, rest.subarray(at, (at += bytes))]));
};

/** What the file holds; nothing when it is missing or damaged. */
export const readCompiled = (file: string): Compiled => {
  try {
    return decode(readFileSync(file));
  } catch {
    return new Map();
  }
};

/** Replaces the file at once, so that readers see the old one or the new one. Does nothing where nothing can be written. */
export const writeCompiled = (file: string, compiled: Compiled): void => {
  const side = `${file}.${String(process.pid)}`;
  try {
    writeFileSync(side, encode(compiled));
    renameSync(side, file);
  } catch {
    rmSync(side, { force: true });
  }
};
