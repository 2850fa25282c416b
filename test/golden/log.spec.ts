import { decode, kindOf } from '#kernel';
import { canonical, parseEntry, sha256Hex } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { catalogues } from '../support/catalogues.js';
import { goldenLines } from '../support/golden.js';
import {
  addEntries,
  chainOf,
  entriesFor,
  eventsIn,
  goldenLog,
  goldenRows,
  rowsFrom,
  writeRows,
  type GoldenEntry,
} from '../support/golden-log.js';

const named = ({ type, schemaVersion }: { type: string; schemaVersion: number }) => `${type} ${String(schemaVersion)}`;

/** Lines that are not as they were written, or stand after one that is gone. */
const changed = (log: readonly GoldenEntry[]) =>
  log.flatMap((line, index) => (line.chain === chainOf(log[index - 1]?.chain ?? '', line) ? [] : [index]));

if (process.env['GOLDEN'] === 'write') {
  const there = new Set(eventsIn(goldenLog()).map((event) => `${kindOf(event.stream)} ${named(event)}`));
  addEntries(
    entriesFor(
      goldenLines().filter((line) => !there.has(`${line.kind} ${named(line)}`)),
      goldenLog(),
    ),
  );
  writeRows(rowsFrom(VIEWS_OF_ALL, eventsIn(goldenLog())));
}

describe('F22: a log of every event version that a release ever wrote', () => {
  const log = goldenLog();
  const events = eventsIn(log);

  it('has each of them', () => {
    const there = new Set(events.map((event) => `${kindOf(event.stream)} ${named(event)}`));
    expect(goldenLines().filter((line) => !there.has(`${line.kind} ${named(line)}`))).toEqual([]);
  });

  it('only grows: no line was changed, moved or taken out', () => {
    expect(changed(log)).toEqual([]);
    expect(changed(log.map((line, index) => (index === 0 ? { ...line, payload: '{}' } : line)))).toEqual([0]);
    expect(changed(log.toSpliced(3, 1))).toEqual([3]);
  });

  it('is read as the newest shapes, and holds the same bytes as ever', async () => {
    const known = new Map((await catalogues()).map((catalogue) => [catalogue.kind, catalogue]));
    for (const [index, event] of events.entries()) {
      const { entry = '', payload = '' } = log[index] ?? {};
      const catalogue = known.get(kindOf(event.stream));
      expect(catalogue && decode(catalogue, event).type).toBe(event.type);
      // What a proof commits to: the bytes as they were stored, never written anew from what was read.
      expect(sha256Hex(event.entry.toString())).toBe(sha256Hex(entry));
      expect(canonical(JSON.parse(entry))).toBe(entry);
      expect(canonical(event.data)).toBe(payload);
      expect(parseEntry(entry).payloadSha256).toBe(sha256Hex(payload));
    }
  });

  it('gives the rows that are kept beside it; after a change of a view: GOLDEN=write, and look at the difference', () => {
    expect(rowsFrom(VIEWS_OF_ALL, events)).toEqual(goldenRows());
  });
});
