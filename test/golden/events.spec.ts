import { eventsOf, fact } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { catalogues } from '../support/catalogues.js';
import { addLines, goldenLines, linesToAdd, missing, unreadable } from '../support/golden.js';

describe('every event that a release ever wrote', () => {
  it('has a line that shows it as it was stored', async () => {
    const known = await catalogues();
    expect(known.length).toBeGreaterThan(3);
    if (process.env['GOLDEN'] === 'write') {
      const added = linesToAdd(known, goldenLines());
      expect(unreadable(known, added)).toEqual([]);
      addLines(added);
    }
    expect(missing(known, goldenLines())).toEqual([]);
  });

  it('is readable today', async () => {
    expect(unreadable(await catalogues(), goldenLines())).toEqual([]);
  });

  it('has one line only', () => {
    const names = goldenLines().map(({ kind, type, schemaVersion }) => `${kind} ${type} ${String(schemaVersion)}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the check of old events', () => {
  const opened = { kind: 'door', type: 'DoorOpened', schemaVersion: 1, data: { by: 'Lin' } };
  const first = eventsOf('door', { DoorOpened: fact('Door opened', '门已打开', { by: z.string() }) });

  it('misses a type without a line, and each version of it', () => {
    expect(missing([first], [])).toEqual(['door DoorOpened 1']);
    const second = eventsOf('door', {
      DoorOpened: fact('Door opened', '门已打开', { who: z.string() }, { version: 2 }),
    });
    expect(missing([second], [opened])).toEqual(['door DoorOpened 2']);
  });

  it('reports a shape that changed without a new version', () => {
    const changed = eventsOf('door', { DoorOpened: fact('Door opened', '门已打开', { who: z.string() }) });
    expect(unreadable([first], [opened])).toEqual([]);
    expect(unreadable([changed], [opened])).toHaveLength(1);
  });

  it('reports a type or a kind that is gone', () => {
    expect(unreadable([eventsOf('door', {})], [opened])).toEqual([
      'door DoorOpened 1: UnknownEvent: cannot read event DoorOpened version 1',
    ]);
    expect(unreadable([], [opened])).toEqual(['door DoorOpened 1: no such kind']);
  });
});
