import { randomUUID } from 'node:crypto';
import { ANYBODY, type Actor } from '#access';
import { recordedLateEntries } from '#contexts/imports';
import { organisation, territory } from '#contexts/parties';
import { idOf, kindOf, type AnyDecider, type Id, type Message } from '#kernel';
import { ActBounds, datedByLog, Decide, DecideHandler, LogClock, type Outcome } from '#platform/decide';
import { EventTooLarge, MemoryEventStore, type Append, type Appended, type StoredEvent } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { lateEntry } from '../../libs/contexts/imports/late-entry/late-entry.decider.js';

const NOW = new Date('2022-03-31T10:00:00.000Z');
const THEN = '2001-06-01T00:00:00.000Z';
const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;
const [place, body] = [idOf('territory', uuid(1)), idOf('organisation', uuid(2))];
const administrator = (n: number): Actor => ({
  ...{ actorId: idOf('person', uuid(n)), orgId: body, grants: [{ role: 'admin' }] },
});
const [one, two] = [administrator(3), administrator(4)];

/** Takes nothing of a kind for a while. */
class Narrow extends MemoryEventStore {
  tooLarge: string | undefined;

  override append(append: Append): Promise<Appended> {
    return kindOf(append.stream) === this.tooLarge
      ? Promise.reject(new EventTooLarge('X', 2, 1))
      : super.append(append);
  }
}

describe('W2: a ledger of the past, told by two of one body', () => {
  let store: Narrow;
  let handler: DecideHandler;

  const ask = (
    actor: Actor,
    decider: AnyDecider,
    [stream, command]: readonly [Id, Message],
    said: { readonly occurredAt?: string; readonly lateEntryId?: Id<'lateEntry'>; readonly commandId?: string } = {},
  ): Promise<Outcome> => {
    const { lateEntryId, occurredAt, commandId = randomUUID() } = said;
    const { actorId, orgId } = actor;
    const at = occurredAt === undefined ? {} : { occurredAt };
    const occasion = { actorId, orgId, commandId, correlationId: commandId, source: 'web', ...at } as const;
    return handler.execute(new Decide(decider, stream, command, { actor, occasion, lateEntryId }));
  };
  const codeOf = (outcome: Outcome) => (outcome.recorded ? 'recorded' : [outcome.code, ...outcome.path].join(' '));
  const adding = (name: string, n: number): readonly [Id, Message] => [
    idOf('territory', uuid(n)),
    { type: 'AddTerritory', data: { name, level: 'county', parentId: place, validFrom: THEN } },
  ];
  const late = (lateEntryId: Id<'lateEntry'>) => ({ occurredAt: THEN, lateEntryId });
  const uses = async (id: Id): Promise<readonly StoredEvent[]> =>
    (await store.readStream(id)).filter(({ type }) => type === 'LateEntryUsed');
  const registered = async (count: number): Promise<Id<'lateEntry'>> => {
    const id = idOf('lateEntry', randomUUID());
    const data = {
      ...{ number: 'HB-1', what: 'Register of 2001', count, reason: 'Kept by hand then' },
      ...{ happenedFrom: '2001-01-01T00:00:00.000Z', happenedTo: '2001-12-31T00:00:00.000Z' },
    };
    expect(codeOf(await ask(one, lateEntry, [id, { type: 'RegisterLedger', data }]))).toBe('recorded');
    return id;
  };
  const confirmed = async (count: number): Promise<Id<'lateEntry'>> => {
    const id = await registered(count);
    const command = { type: 'ConfirmLateEntry', data: { number: 'HB-1', count } };
    expect(codeOf(await ask(two, lateEntry, [id, command]))).toBe('recorded');
    return id;
  };

  beforeEach(async () => {
    store = new Narrow(() => NOW);
    const bounds = new ActBounds(() => ({ earliest: '1949-09-30T16:00:00.000Z', officeMinutes: 15, fieldDays: 7 }));
    const clock = new LogClock(store, () => NOW);
    handler = new DecideHandler(
      store,
      new PersonalDataCipher(new MemoryKeyStore()),
      datedByLog(clock, bounds, recordedLateEntries),
      STREAMS_OF_ALL,
      ANYBODY,
      recordedLateEntries,
    );
    const city = { name: 'City Q', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    const office = { name: 'Office Q', orgKind: 'headquarters', territoryId: place, temporary: false };
    expect(codeOf(await ask(one, territory, [place, { type: 'AddTerritory', data: city }]))).toBe('recorded');
    expect(codeOf(await ask(one, organisation, [body, { type: 'CreateOrganisation', data: office }]))).toBe('recorded');
  });

  it('W2, SD4: nothing is told of it before somebody else confirmed it, and then with both times', async () => {
    const entry = await registered(1);
    expect(codeOf(await ask(one, territory, adding('County A', 5), late(entry)))).toBe('TOO_LATE_TO_DATE occurredAt');
    const own = { type: 'ConfirmLateEntry', data: { number: 'HB-1', count: 1 } };
    expect(codeOf(await ask(one, lateEntry, [entry, own]))).toBe('OWN_LATE_ENTRY');
    expect(codeOf(await ask(two, lateEntry, [entry, own]))).toBe('recorded');
    expect(codeOf(await ask(one, territory, adding('County A', 5), late(entry)))).toBe('recorded');
    const [told] = await store.readStream(idOf('territory', uuid(5)));
    expect(told).toMatchObject({ occurredAt: THEN, recordedAt: NOW.toISOString() });
  });

  it('W2: no more acts than it holds are told of it, also when they come at the same moment', async () => {
    const entry = await confirmed(2);
    const acts = [5, 6, 7, 8].map((n) => ask(one, territory, adding(`County ${String(n)}`, n), late(entry)));
    const codes = (await Promise.all(acts)).map(codeOf).sort();
    expect(codes).toEqual([...Array<string>(2).fill('TOO_LATE_TO_DATE lateEntryId'), 'recorded', 'recorded']);
    expect(await uses(entry)).toHaveLength(2);
  });

  it('W2: an act that is sent again uses it once, and what was refused may be put right', async () => {
    const entry = await confirmed(1);
    const said = { ...late(entry), commandId: randomUUID() };
    const first = await ask(one, territory, adding('County A', 5), said);
    expect(await ask(one, territory, adding('County A', 5), said)).toEqual(first);
    expect(await uses(entry)).toHaveLength(1);
    const other = await confirmed(1);
    const again = { ...late(other), commandId: randomUUID() };
    store.tooLarge = 'territory';
    expect(codeOf(await ask(one, territory, adding('County of a long name', 6), again))).toBe('TOO_LARGE');
    store.tooLarge = undefined;
    expect(await uses(other)).toHaveLength(1);
    expect(codeOf(await ask(one, territory, adding('County B', 6), again))).toBe('recorded');
    expect(await uses(other)).toHaveLength(1);
  });

  it('W2: an act that needs no such entry leaves it as it is', async () => {
    const entry = await confirmed(1);
    const now = { occurredAt: NOW.toISOString(), lateEntryId: entry };
    expect(codeOf(await ask(one, territory, adding('County A', 5), now))).toBe('recorded');
    expect(await uses(entry)).toEqual([]);
  });
});
