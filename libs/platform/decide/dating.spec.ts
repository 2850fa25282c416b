import { SeenStates, type Actor, type LateEntries } from '#access';
import {
  command,
  type CommandRules,
  type Id,
  type Role,
  type SentOccasion,
  type Source,
  type StateSource,
} from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { anAppend, anOccasion } from '../event-store/event-store.contract.js';
import { ActBounds, datedByLog, LogClock } from './index.js';

const now = new Date('2026-03-31T10:00:00.000Z');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const bounds = new ActBounds(() => ({ earliest: '1949-09-30T16:00:00.000Z', officeMinutes: 15, fieldDays: 7 }));

interface Act {
  readonly source?: Source;
  readonly reason?: string;
  readonly roles?: readonly Role[];
  readonly rules?: Partial<CommandRules>;
  readonly lateEntryId?: Id<'lateEntry'>;
}

const actor = (roles: readonly Role[]): Actor => ({
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  orgId: 'organisation-00000000-0000-4000-8000-000000000001',
  grants: roles.map((role) => ({ role, territory: '' })),
});

const entry = (n: number): Id<'lateEntry'> => `lateEntry-00000000-0000-4000-8000-00000000000${String(n)}`;
const [COVERING, OTHER, UNSEEN] = [entry(1), entry(2), entry(3)];
const entries: LateEntries = {
  covers: ({ lateEntryId }) => Promise.resolve(lateEntryId === UNSEEN ? undefined : lateEntryId === COVERING),
  use: () => {
    throw new TypeError('nothing is recorded here');
  },
};
const nothing: StateSource = { state: ({ initial }) => Promise.resolve(initial) };

const asking = (occurredAt: string | undefined, { source = 'web', reason, roles = ['hq'], ...act }: Act = {}) => {
  const { occurredAt: _, ...rest } = anOccasion({ source, ...(reason !== undefined && { reason }) });
  const occasion: SentOccasion = { ...rest, ...(occurredAt !== undefined && { occurredAt }) };
  const declared = command('Does something.', '做事。', { who: roles, at: [], ...act.rules });
  const who = actor(roles);
  const stream: Id = 'thing-00000000-0000-4000-8000-000000000001';
  return { occasion, actor: who, stream, declared, lateEntryId: act.lateEntryId, read: new SeenStates(nothing, who) };
};

const real = new LogClock(new MemoryEventStore(() => now), () => now);
const placed = (occurredAt: string | undefined, act: Act = {}, clock = real) =>
  datedByLog(clock, bounds, entries)(asking(occurredAt, act));
const ask = async (occurredAt: string | undefined, act: Act = {}, clock = real) => {
  const answer = await placed(occurredAt, act, clock);
  if ('occasion' in answer) return answer.occasion.occurredAt;
  const { refusal } = answer;
  return refusal.recorded ? undefined : [refusal.code, ...refusal.path];
};
const before = (ms: number) => new Date(+now - ms).toISOString();
const TOO_LATE = ['TOO_LATE_TO_DATE', 'occurredAt'];

describe('the moment of an act', () => {
  it('W2: is that of its recording where nobody states one', async () => {
    expect(await ask(undefined)).toBe(now.toISOString());
  });

  it.each([
    ['at a desk, 15 minutes back', 15 * MINUTE, {}],
    ['in the field, 7 days back', 7 * DAY, { rules: { dated: 'field' } }],
    ['by the system, whenever it fell due', 365 * DAY, { source: 'system' }],
    ['under a late entry that covers it', 9_999 * DAY, { lateEntryId: COVERING }],
    ['at a desk, under an entry that does not', 15 * MINUTE, { lateEntryId: OTHER }],
  ] satisfies [string, number, Act][])('W2: may lie back: %s', async (_, ms, act) => {
    expect(await ask(before(ms), act)).toBe(before(ms));
  });

  it.each([
    ['at a desk', 15 * MINUTE + 1, {}],
    ['in the field', 7 * DAY + 1, { rules: { dated: 'field' } }],
    ['under an entry that does not cover it', 15 * MINUTE + 1, { lateEntryId: OTHER }],
    ['in an import, whatever its reason', 16 * MINUTE, { source: 'import', reason: 'Ledger of 2001' }],
    ['in an import of the directory', 16 * MINUTE, { source: 'import', reason: 'a', roles: ['admin'] }],
  ] satisfies [string, number, Act][])('W2: lies too far back: %s', async (_, ms, act) => {
    expect(await ask(before(ms), act)).toEqual(TOO_LATE);
  });

  it.each(['1900-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '1949-09-30T15:59:59.999Z'])(
    'W2: is never %s, whoever says so',
    async (occurredAt) => {
      expect(await ask(occurredAt, { lateEntryId: COVERING })).toEqual(TOO_LATE);
      expect(await ask(occurredAt, { rules: { dated: 'field' } })).toEqual(TOO_LATE);
    },
  );

  it('W2: uses an entry only where it lies too far back without one', async () => {
    const usedBy = (ms: number) => placed(before(ms), { lateEntryId: COVERING });
    expect(await usedBy(15 * MINUTE + 1)).toMatchObject({ uses: COVERING });
    expect(await usedBy(15 * MINUTE)).not.toHaveProperty('uses');
  });

  it('W2: under an entry that is not there for whoever acts is not found, wherever it lies', async () => {
    for (const ms of [0, 9_999 * DAY]) {
      expect(await ask(before(ms), { lateEntryId: UNSEEN })).toEqual(['NOT_FOUND', 'lateEntryId']);
    }
  });

  it('does not lie in the future, beyond the difference of honest clocks', async () => {
    expect(await ask(before(-2 * MINUTE))).toBe(before(-2 * MINUTE));
    expect(await ask(before(-2 * MINUTE - 1))).toEqual(['OCCURRED_IN_FUTURE', 'occurredAt']);
  });
});

describe('the moment of an act in a log with a clock of its own', () => {
  const FROM = '2022-03-01T00:00:00.000Z';
  const aLog = () => {
    const store = new MemoryEventStore(() => now, { testFrom: FROM });
    return { store, clock: new LogClock(store, () => now) };
  };

  it('W2: is measured by that clock, and may be as late as the present', async () => {
    const { clock } = aLog();
    expect(await ask('2022-02-28T23:50:00.000Z', {}, clock)).toBe('2022-02-28T23:50:00.000Z');
    expect(await ask('2022-02-28T23:40:00.000Z', {}, clock)).toEqual(TOO_LATE);
    expect(await ask(now.toISOString(), {}, clock)).toBe(now.toISOString());
    expect(await ask(before(-3 * MINUTE), {}, clock)).toEqual(['OCCURRED_IN_FUTURE', 'occurredAt']);
  });

  it('W2: is told to whoever has to do something before, if it lies ahead', async () => {
    const { store, clock } = aLog();
    const reached: string[] = [];
    clock.beforeRunningAhead((moment) => Promise.resolve(void reached.push(moment.toISOString())));
    const later = '2022-03-02T00:00:00.000Z';
    await ask(later, {}, clock);
    await ask('2022-02-28T23:50:00.000Z', {}, clock);
    await ask('2022-03-03T00:00:00.000Z', { source: 'system' }, clock);
    expect(reached).toEqual([later]);

    await store.append(anAppend({ occasion: anOccasion({ occurredAt: later }) }));
    await ask('2022-03-01T23:50:00.000Z', {}, clock);
    expect(reached).toEqual([later]);
    expect(await ask(FROM, {}, clock)).toEqual(TOO_LATE);
  });
});
