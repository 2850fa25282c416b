import type { Actor } from '#access';
import { command, type CommandRules, type Role, type SentOccasion, type Source } from '#kernel';
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
  readonly data?: unknown;
}

const actor = (roles: readonly Role[]): Actor => ({
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  orgId: 'organisation-00000000-0000-4000-8000-000000000001',
  grants: roles.map((role) => ({ role, territory: '' })),
});

const asking = (occurredAt: string | undefined, { source = 'web', reason, roles = ['hq'], rules, data }: Act = {}) => {
  const { occurredAt: _, ...rest } = anOccasion({ source, ...(reason !== undefined && { reason }) });
  const occasion: SentOccasion = { ...rest, ...(occurredAt !== undefined && { occurredAt }) };
  const declared = command('Does something.', '做事。', { who: roles, at: [], ...rules });
  return { occasion, actor: actor(roles), command: { type: 'Do', data }, declared };
};

const real = new LogClock(new MemoryEventStore(() => now), () => now);
const ask = async (occurredAt: string | undefined, act: Act = {}, clock = real) => {
  const answer = await datedByLog(clock, bounds)(asking(occurredAt, act));
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
    ['in an import of an office, with a reason', 9_999 * DAY, { source: 'import', reason: 'Ledger of 2001' }],
    ['in an import, with the reason that the command asks for', 365 * DAY, { source: 'import', data: { reason: 'a' } }],
    ['in an import of the directory', 365 * DAY, { source: 'import', reason: 'a', roles: ['admin'] }],
  ] satisfies [string, number, Act][])('W2: may lie back: %s', async (_, ms, act) => {
    expect(await ask(before(ms), act)).toBe(before(ms));
  });

  it.each([
    ['at a desk', 15 * MINUTE + 1, {}],
    ['in the field', 7 * DAY + 1, { rules: { dated: 'field' } }],
    ['in an import without a reason', 16 * MINUTE, { source: 'import' }],
    ['in an import of others', 16 * MINUTE, { source: 'import', reason: 'a', roles: ['unit', 'commander'] }],
    [
      'in an import by an administrator of what is not the directory',
      16 * MINUTE,
      { source: 'import', reason: 'a', roles: ['admin'], rules: { who: ['unit'] } },
    ],
  ] satisfies [string, number, Act][])('W2: lies too far back: %s', async (_, ms, act) => {
    expect(await ask(before(ms), act)).toEqual(TOO_LATE);
  });

  it.each(['1900-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '1949-09-30T15:59:59.999Z'])(
    'W2: is never %s, whoever says so',
    async (occurredAt) => {
      expect(await ask(occurredAt, { source: 'import', reason: 'Ledger' })).toEqual(TOO_LATE);
      expect(await ask(occurredAt, { rules: { dated: 'field' } })).toEqual(TOO_LATE);
    },
  );

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
