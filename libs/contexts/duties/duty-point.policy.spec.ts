import { decide, evolve } from '#kernel';
import { actOf, aHappening, aLog } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import {
  aDefinition,
  aDeparture,
  anAcceptance,
  anOrphanStep,
  heldBy,
  occasion,
  ownOf,
  some,
} from './duty-point.examples.js';
import { dutyPointNeighbours } from './duty-point.policy.js';
import type { DutyPoint } from './duty-point.state.js';

const stateOf = (events: readonly DutyPointEvent[]) =>
  events.reduce<DutyPoint>((state, event) => evolve(dutyPoint, state, event, actOf(occasion)), dutyPoint.initial);

const definition = aDefinition({ previous: some.before, next: some.after });

describe('neighbouring steps', () => {
  it('learn of a step that is defined between them', () => {
    const asks = dutyPointNeighbours.on.DutyPointDefined?.(
      definition.data,
      stateOf([definition]),
      aHappening(some.exit),
    );
    expect(asks?.map(({ stream, command }) => ({ stream, command }))).toEqual([
      { stream: some.before, command: { type: 'LinkStep', data: { next: some.exit } } },
      { stream: some.after, command: { type: 'LinkStep', data: { previous: some.exit } } },
      { stream: some.exit, command: { type: 'ReviewStep', data: {} } },
    ]);
  });

  it('of another place are asked, and linked on both sides once they agree', () => {
    const told = { side: 'previous', dutyPointId: some.before, linkId: 'link-1' } as const;
    const asks = dutyPointNeighbours.on.LinkProposed?.(told, stateOf([aDefinition()]), aHappening(some.exit));
    const { matter, step, territoryId } = aDefinition().data;
    expect(asks).toMatchObject([
      {
        stream: some.before,
        command: { type: 'OfferLink', data: { side: 'next', dutyPointId: some.exit, matter, step, territoryId } },
      },
    ]);
    const accepted = dutyPointNeighbours.on.LinkAccepted?.(told, stateOf([]), aHappening(some.exit));
    expect(accepted?.map(({ stream, command }) => ({ stream, command }))).toEqual([
      { stream: some.before, command: { type: 'LinkStep', data: { next: some.exit } } },
      { stream: some.exit, command: { type: 'ReviewStep', data: {} } },
    ]);
    const refused = dutyPointNeighbours.on.LinkRefused?.({ ...told, reason: 'no' }, stateOf([]), aHappening(some.exit));
    expect(refused).toMatchObject([
      { stream: some.before, command: { type: 'CloseLinkProposal', data: { dutyPointId: some.exit } } },
    ]);
  });

  it('are looked at again when one of them is accepted', () => {
    const asks = dutyPointNeighbours.on.AssignmentAccepted?.(
      anAcceptance().data,
      stateOf([definition]),
      aHappening(some.exit),
    );
    expect(asks?.map(({ stream }) => stream)).toEqual([some.exit, some.before, some.after]);
  });

  it('A7: are looked at again when the holder of one of them has left', () => {
    const asks = dutyPointNeighbours.on.HolderBecameInactive?.(
      aDeparture().data,
      stateOf([definition]),
      aHappening(some.exit),
    );
    expect(asks?.map(({ stream, command }) => [stream, command.type])).toEqual(
      [some.exit, some.before, some.after].map((step) => [step, 'ReviewStep']),
    );
  });

  it('are read from the log when the step between them is reviewed', async () => {
    const log = aLog({
      [some.exit]: [definition],
      [some.before]: heldBy(some.station),
      [some.after]: heldBy(some.exitDesk),
    });
    const [ask] = dutyPointNeighbours.on.StepLinked?.({}, stateOf([]), aHappening(some.exit)) ?? [];
    expect(ask).toMatchObject({ stream: some.exit, command: { type: 'ReviewStep', data: {} } });
    const facts = await dutyPoint.facts.ReviewStep(log, {}, ownOf(log), occasion);
    const review = { type: 'ReviewStep', data: {}, facts } as const;
    expect(decide(dutyPoint, review, stateOf([definition]), occasion)).toEqual({
      events: [anOrphanStep([some.station, some.exitDesk])],
    });
  });
});
