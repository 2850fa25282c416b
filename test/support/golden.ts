import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Catalogue } from '#kernel';
import { read, root } from './source-files.js';
import { sampleOf } from './sample.js';

/** One stored event as some release wrote it: its type, the version of its shape, and its data. */
export interface GoldenLine {
  readonly kind: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

const FILE = 'test/golden/events.jsonl';

export const goldenLines = (): readonly GoldenLine[] =>
  (existsSync(join(root, FILE)) ? read(FILE) : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldenLine);

const named = ({ kind, type, schemaVersion }: Omit<GoldenLine, 'data'>) => `${kind} ${type} ${String(schemaVersion)}`;

/** Versions of event types that have no line, as `kind type version`. Every version up to the newest counts, not only the newest. */
export const missing = (catalogues: readonly Catalogue[], lines: readonly GoldenLine[]): readonly string[] => {
  const kept = new Set(lines.map(named));
  return catalogues
    .flatMap(({ kind, facts }) =>
      Object.entries(facts).flatMap(([type, { version }]) =>
        Array.from({ length: version }, (_, index) => named({ kind, type, schemaVersion: index + 1 })),
      ),
    )
    .filter((name) => !kept.has(name));
};

/** Why lines can no longer be read; empty when all can. */
export const unreadable = (catalogues: readonly Catalogue[], lines: readonly GoldenLine[]): readonly string[] =>
  lines.flatMap((line) => {
    const catalogue = catalogues.find(({ kind }) => kind === line.kind);
    if (!catalogue) return [`${named(line)}: no such kind`];
    try {
      decode(catalogue, line);
      return [];
    } catch (error) {
      return [`${named(line)}: ${String(error)}`];
    }
  });

/** Lines for the newest versions that have none. Older versions can only come from the release that wrote them. */
export const linesToAdd = (catalogues: readonly Catalogue[], lines: readonly GoldenLine[]): readonly GoldenLine[] => {
  const wanted = new Set(missing(catalogues, lines));
  return catalogues
    .flatMap(({ kind, facts }) =>
      Object.entries(facts).map(([type, { version, schema }]) => ({
        kind,
        type,
        schemaVersion: version,
        data: sampleOf(schema),
      })),
    )
    .filter((line) => wanted.has(named(line)));
};

export const addLines = (lines: readonly GoldenLine[]): void => {
  if (lines.length > 0) appendFileSync(join(root, FILE), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
};
