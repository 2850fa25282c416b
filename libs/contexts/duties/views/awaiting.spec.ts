import { actorWith, type Actor } from '#access';
import type { Id, Role } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import type { DutyPointEvent } from '../duty-point.events.js';
import { aDefinition, anAcceptance, anAssignment, some } from '../duty-point.examples.js';
import { dutiesAwaiting } from './awaiting.js';
import { dutyPointCard } from './duty-point-card.view.js';

const viewer = (
  role: Role,
  more: { readonly actorId?: Id<'person'>; readonly orgId?: Id<'organisation'>; readonly territory?: string } = {},
): Actor => actorWith({ actorId: some.lin, orgId: some.station, territory: some.cityPath, roles: [role], ...more });

/** Whether a duty point that this happened to waits for somebody. */
const awaits = (who: Actor, ...events: readonly DutyPointEvent[]): boolean => {
  const tokens = rowsAfter(dutyPointCard, some.exit, aDefinition(), ...events).get(some.exit)?.awaits ?? [];
  return dutiesAwaiting(who).some(({ where }) => [where.awaits ?? []].flat().some((token) => tokens.includes(token)));
};

const head = viewer('unit-head');
const inPerson = anAssignment({ holder: { orgId: some.station, personId: some.lin } });
const handover: DutyPointEvent = {
  type: 'TransferProposed',
  data: {
    ...{ assignmentId: some.assignment, successorId: some.another, openItems: [], signed: [] },
    holder: { orgId: some.exitDesk },
  },
};
const signedBy = (...signed: ('outgoing' | 'incoming')[]): DutyPointEvent => ({
  type: 'TransferSigned',
  data: { assignmentId: some.assignment, signed },
});

describe('a duty point waits', () => {
  it('for whoever has not accepted their assignment, until they have', () => {
    expect(awaits(head, anAssignment())).toBe(true);
    expect(awaits(head, anAssignment(), anAcceptance())).toBe(false);
    expect(awaits(viewer('unit-head', { orgId: some.exitDesk }), anAssignment())).toBe(false);
    expect(awaits(viewer('discipline'), anAssignment())).toBe(false);
  });

  it('for the person that is named, not for others of the body', () => {
    expect(awaits(head, inPerson)).toBe(true);
    expect(awaits(viewer('unit-head', { actorId: some.clerk }), inPerson)).toBe(false);
  });

  it('for both sides of a handover, each until they have signed', () => {
    const incoming = viewer('unit-head', { orgId: some.exitDesk });
    const held = [anAssignment(), anAcceptance(), handover];
    expect([head, incoming].map((who) => awaits(who, ...held))).toEqual([true, true]);
    expect([head, incoming].map((who) => awaits(who, ...held, signedBy('outgoing')))).toEqual([false, true]);
    expect([head, incoming].map((who) => awaits(who, ...held, signedBy('incoming')))).toEqual([true, false]);
  });

  it('for whoever governs the place, or one above, that is asked for a link', () => {
    const offered: DutyPointEvent = {
      type: 'LinkOffered',
      data: {
        ...{ side: 'next', dutyPointId: some.after, linkId: 'link-00000000-0000-4000-8000-000000000020' },
        ...{ matter: 'Exit', step: 'After', territoryId: some.city },
      },
    };
    expect(awaits(viewer('hq'), offered)).toBe(true);
    expect(awaits(viewer('hq', { territory: '' }), offered)).toBe(true);
    expect(awaits(viewer('hq', { territory: `${some.cityPath}00000000-0000-4000-8000-000000000099/` }), offered)).toBe(
      false,
    );
    expect(awaits(viewer('unit'), offered)).toBe(false);
  });
});
