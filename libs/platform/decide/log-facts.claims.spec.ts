import { idOf, type Id } from '#kernel';
import { claimId } from '#platform/claims';
import { MemoryEventStore } from '#platform/event-store';
import { minutesAfter } from '#time';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogFacts } from './log-facts.js';

const nth = <K extends string>(kind: K, n: number) =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [thing, key] = [nth('finding', 1), ['file', 'a']] as const;
const [EARLY, LATE] = ['2022-03-31T09:00:00.000Z', '2022-03-31T09:30:00.000Z'];

describe('claims that a decision reads', () => {
  let store: MemoryEventStore;
  let commands = 0;
  beforeEach(() => {
    store = new MemoryEventStore();
  });

  const append = async (stream: Id, type: string, data: object, occurredAt: string) => {
    const commandId = nth('command', commands++).slice('command-'.length);
    await store.append({
      ...{ stream, expected: BigInt((await store.readStream(stream)).length), commandHash: '00'.repeat(32) },
      occasion: { actorId: nth('person', 1), occurredAt, commandId, correlationId: 'c', source: 'web' },
      events: [{ type, schemaVersion: 1, data: { ...data } }],
    });
  };
  const happens = (occurredAt: string) => append(thing, 'Happened', {}, occurredAt);
  const lay = (expected: number, occurredAt: string) =>
    append(claimId(key), 'ClaimLaid', { by: thing, expected, territoryPath: '', orgs: [] }, occurredAt);
  const standing = async (minutes = 0) => {
    const laidAt = (await store.readStream(claimId(key))).at(-1)?.recordedAt ?? '';
    const found = await new LogFacts(store, undefined, undefined, minutesAfter(laidAt, minutes)).claims(key);
    return found.map(({ by, occurredAt, underWay }) => [by, occurredAt, underWay]);
  };

  it('F8: stand for what is recorded, however long ago, and for ten minutes before it is', async () => {
    await lay(0, EARLY);
    expect(await standing(9)).toEqual([[thing, EARLY, true]]);
    expect(await standing(10)).toEqual([]);
    await happens(EARLY);
    expect(await standing(10_000)).toEqual([[thing, EARLY, false]]);
  });

  it('X1: lapse as well where the thing was there before and nothing came of the claim', async () => {
    await happens(EARLY);
    await lay(1, LATE);
    expect(await standing(9)).toEqual([[thing, LATE, true]]);
    expect(await standing(10)).toEqual([]);
  });

  it('X1: do not stand once something else has taken the place in which it would have been recorded', async () => {
    await happens(EARLY);
    await lay(1, EARLY);
    await happens(LATE);
    expect(await standing()).toEqual([]);
    expect(await standing(10)).toEqual([]);
  });

  it('F9: leave the one that came before them where nothing came of a later one', async () => {
    await lay(0, EARLY);
    await happens(EARLY);
    await lay(1, LATE);
    expect(await standing(9)).toEqual([[thing, LATE, true]]);
    expect(await standing(10)).toEqual([[thing, EARLY, false]]);
  });
});
