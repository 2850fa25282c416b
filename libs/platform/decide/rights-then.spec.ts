import type { Actor } from '#access';
import { eventsOf, fact, type AnyDecider, type Owner } from '#kernel';
import { aHappening } from '#kernel/testing';
import type { StoredEvent } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { deniedThen } from './rights-then.js';

const first = 'organisation-00000000-0000-4000-8000-000000000001';
const second = 'organisation-00000000-0000-4000-8000-000000000002';
const events = eventsOf('kettle', { KettleLent: fact('Kettle lent', '水壶已出借', { orgId: z.string() }) });

/** A kettle that is whose it was lent to last. */
const kettle = {
  ...{ kind: 'kettle', events, initial: undefined },
  evolve: { KettleLent: (_: unknown, { orgId }: { orgId: string }) => ({ territory: 'a/', orgs: [orgId] }) },
  seenBy: (owner: Owner | undefined) => owner,
  commands: { declared: { FillKettle: { who: ['unit', 'system'] } } },
} as unknown as AnyDecider;

/** Lent once more, so many minutes past nine; entered at that moment unless it is said otherwise. */
const lent = (index: number, orgId: string, recordedAt?: string): StoredEvent => ({
  ...aHappening('kettle-1', index),
  ...(recordedAt && { recordedAt }),
  ...{ type: 'KettleLent', schemaVersion: 1, data: { orgId }, entry: Buffer.alloc(0) },
});
const history = [lent(0, first), lent(30, second)];

const by = (orgId: typeof first | typeof second, minute: string, role: 'unit' | 'system' = 'unit') => {
  const actor: Actor = {
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    orgId,
    grants: [{ role, territory: '', orgId }],
  };
  return {
    decider: kettle,
    type: 'FillKettle',
    as: { actor, occasion: { occurredAt: `2022-03-31T09:${minute}:00.000Z` } },
  };
};

describe('W4: an act that is dated back', () => {
  it('was theirs to do at that moment, or is refused as if the thing were not there', () => {
    expect(deniedThen(by(second, '10'), history)).toBe('NOT_FOUND');
    expect(deniedThen(by(first, '10'), history)).toBeUndefined();
    expect(deniedThen(by(second, '10', 'system'), history)).toBeUndefined();
  });

  it('is judged by what had happened then, less the difference of honest clocks', () => {
    expect(deniedThen(by(second, '28'), history)).toBeUndefined();
    expect(deniedThen(by(second, '27'), history)).toBe('NOT_FOUND');
    expect(
      deniedThen(by(second, '10'), [lent(0, first), lent(30, second, '2022-03-31T09:05:00.000Z')]),
    ).toBeUndefined();
  });

  it('is no matter of rights where nothing was there yet, or nothing happened since', () => {
    expect(
      deniedThen(
        { ...by(second, '10'), as: { ...by(second, '10').as, occasion: { occurredAt: '2021-01-01T00:00:00.000Z' } } },
        history,
      ),
    ).toBeUndefined();
    expect(deniedThen(by(first, '45'), history)).toBeUndefined();
  });
});
