import type { Id } from '#kernel';
import { aHappening, aLog, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import { aDefinition, anOrphanStep, known, occasion, ownOf, some } from './duty-point.examples.js';
import { droppedThere } from './duty-point.neighbourhood.js';
import { ownerFor } from './duty-point.owner.js';
import { dutyPointNeighbours } from './duty-point.policy.js';
import { dutyPointCard } from './views/duty-point-card.view.js';

const given = specification(dutyPoint, occasion, known);
const reason = '误选相邻环节';
const linked = aDefinition({ previous: some.before, next: some.after });
const unlink = { type: 'UnlinkStep', data: { dutyPointId: some.before, reason } } as const;
const unlinked = { type: 'StepUnlinked', data: { side: 'previous', dutyPointId: some.before, reason } } as const;
const drop = { type: 'DropLink', data: { dutyPointId: some.before } } as const;
const dropped = { type: 'StepUnlinked', data: { side: 'previous', dutyPointId: some.before } } as const;

describe('F9: a link to the wrong step', () => {
  it('F9: is undone by either side with a reason; the other link stays', () => {
    given(linked).when(unlink).then(unlinked);
    given(linked)
      .when({ ...unlink, data: { dutyPointId: some.before } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(linked, unlinked).when(unlink).thenRefused('NOT_LINKED', 'dutyPointId');
    const state = given(linked, unlinked).state();
    expect(state).toMatchObject({ next: some.after });
    expect(state).not.toHaveProperty('previous');
  });

  it('F9: is for who governs the place of the step', () => {
    expect(ownerFor(given(linked).state(), { ...unlink, facts: undefined })).toEqual({
      territory: some.cityPath,
      orgs: [],
    });
    expect(dutyPoint.commands.declared.UnlinkStep.who).toEqual(['hq', 'commander']);
    expect(dutyPoint.commands.declared.DropLink.who).toEqual(['system']);
  });

  it('F9: is over for the other step as well, once its record has it no longer', async () => {
    const asks = dutyPointNeighbours.on.StepUnlinked?.(unlinked.data, given(linked).state(), aHappening(some.exit));
    expect(asks?.map(({ stream, command }) => ({ stream, command }))).toEqual([
      { stream: some.before, command: { type: 'DropLink', data: { dutyPointId: some.exit } } },
      { stream: some.exit, command: { type: 'ReviewStep', data: {} } },
    ]);
    given(linked).when(drop).then(dropped);
    given(linked)
      .when(drop, {}, { DropLink: { missing: [] } })
      .thenRefused('NOT_LINKED_THERE', 'dutyPointId');
    given(aDefinition()).when(drop).then();
    const facts = (there: Parameters<typeof aLog>[0][Id]) => {
      const log = aLog({ [some.exit]: [linked], [some.before]: there });
      return droppedThere(log, drop.data, ownOf(log));
    };
    expect(await facts([aDefinition({ next: some.exit })])).toEqual({ missing: [] });
    expect(await facts([aDefinition()])).toEqual({ missing: ['previous'] });
  });

  it('A7 orphan-step, F9: leaves no orphan where there are no longer two sides', () => {
    const between = [
      { dutyPointId: some.before, body: some.station },
      { dutyPointId: some.after, body: some.exitDesk },
    ] as const;
    const orphan = anOrphanStep([some.station, some.exitDesk]);
    const review = { type: 'ReviewStep', data: {} } as const;
    given(linked).when(review, {}, { ReviewStep: between }).then(orphan);
    given(linked, orphan, unlinked)
      .when(review, {}, { ReviewStep: between.slice(1) })
      .then({ type: 'GapResolved', data: { kind: 'orphan-step' } });
  });

  it('F9: shows on both cards that it was undone', () => {
    const card = (event: typeof unlinked | typeof dropped) =>
      rowsAfter(dutyPointCard, some.exit, linked, event).get(some.exit);
    expect(card(unlinked)).toMatchObject({
      next: { id: some.after },
      undoneLinks: [{ side: 'previous', dutyPoint: { id: some.before }, reason }],
    });
    expect(card(unlinked)?.previous).toBeUndefined();
    expect(card(dropped)?.undoneLinks).toEqual([{ side: 'previous', dutyPoint: { id: some.before } }]);
  });
});
