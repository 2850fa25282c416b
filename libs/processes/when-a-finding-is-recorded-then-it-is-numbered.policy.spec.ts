import type { FindingEvent } from '#contexts/findings';
import { idOf, namedBy, type AnyProcess, type Happening, type Id } from '#kernel';
import { aHappening, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { whenAFindingIsRecordedThenItIsNumbered as process } from './when-a-finding-is-recorded-then-it-is-numbered.policy.js';

const the = <K extends string>(kind: K, n: number): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [office, other] = [the('organisation', 1), the('organisation', 2)];

type Said = FindingEvent & { readonly at: Partial<Happening> };

/** That a body records its n-th finding, at some moment. */
const recorded = (n: number, at: Partial<Happening> = {}): Said => ({
  type: 'ObservationRecorded',
  data: {
    ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'sealed', place: 'Gate' },
    ...{ territoryId: the('territory', 1), territoryPath: '', evidence: [], answerable: [] },
  },
  at: { stream: the('finding', n), orgId: office, ...at },
});

/** What each of these events asks for, as the memory stands right after it. */
const asked = (...events: readonly Said[]) =>
  events.flatMap(({ at, ...event }, index) => {
    const rows = rowsAfter(process.memory, the('finding', 1), ...events.slice(0, index + 1));
    const happening = { ...aHappening(the('finding', 1), index), ...at };
    const react = (process as AnyProcess).react['finding']?.[event.type];
    return namedBy(process.memory, event, happening).flatMap((key) =>
      (react?.(rows.get(key), event.data, happening, key) ?? []).map(({ stream, command }) => [stream, command.data]),
    );
  });

const given = (n: number, number: number) => [the('finding', n), { number }];

describe('the number of a finding', () => {
  it('follows from the order in which the log took those of its body: whoever looks asks for the same', () => {
    const events = [recorded(1), recorded(2, { orgId: other }), recorded(3), recorded(4)];
    expect(asked(...events)).toEqual([given(1, 1), given(2, 1), given(3, 2), given(4, 3)]);
    expect(asked(...events)).toEqual(asked(...events));
  });

  it('begins anew with the year in China: at four in the afternoon of the last of December, UTC', () => {
    const [last, first] = ['2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00.000Z'];
    expect(asked(recorded(1, { recordedAt: last }), recorded(2, { recordedAt: first }))).toEqual([
      given(1, 1),
      given(2, 1),
    ]);
    // It counts when the log took it: what happened last year and was entered in this is of this.
    expect(asked(recorded(1, { recordedAt: first }), recorded(2, { recordedAt: first, occurredAt: last }))).toEqual([
      given(1, 1),
      given(2, 2),
    ]);
  });

  it('is not asked for where no body recorded it, and because of nothing else', () => {
    const { orgId: _, ...nobodys } = aHappening(the('finding', 1));
    expect(namedBy(process.memory, recorded(1), nobodys)).toEqual([]);
    const noted: Said = { type: 'FindingNoted', data: { text: 'Seen' }, at: { stream: the('finding', 1) } };
    expect(asked(recorded(1), noted, recorded(2))).toEqual([given(1, 1), given(2, 2)]);
  });
});
