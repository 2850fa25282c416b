import { idOf, uuidOf } from '#kernel';
import { aHappening, aLog, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import { aDefinition, around, known, occasion, ownOf, some } from './duty-point.examples.js';
import { droppedThere, neighbourhood } from './duty-point.neighbourhood.js';
import { dutyPointNeighbours } from './duty-point.policy.js';

const given = specification(dutyPoint, occasion, known);
const taken = { ...around, taken: ['previous'] } as const;
const foreign = { ...taken, foreign: ['previous'] } as const;
const beside = aDefinition({ previous: some.before });
const propose = { type: 'ProposeLink', data: { side: 'previous', dutyPointId: some.after } } as const;
const linkId = idOf('link', uuidOf(some.after));

describe('A7: a step whose side is taken', () => {
  it('A7: takes no other neighbour there before the link is undone, whoever names whom', () => {
    given(beside).when(propose).thenRefused('SIDE_TAKEN', 'side');
    given(aDefinition()).when(propose, {}, { ProposeLink: taken }).thenRefused('SIDE_TAKEN', 'dutyPointId');
    given()
      .when({ type: 'DefineDutyPoint', data: beside.data }, {}, { DefineDutyPoint: taken })
      .thenRefused('SIDE_TAKEN', 'previous');
    const undone: DutyPointEvent = { type: 'StepUnlinked', data: { side: 'previous', dutyPointId: some.before } };
    given(beside, undone)
      .when(propose)
      .then({ type: 'StepLinked', data: { previous: some.after } });
  });

  it('A7: is asked all the same where it lies in another place, and agrees once its side is free', () => {
    const asked: DutyPointEvent = {
      type: 'LinkProposed',
      data: { ...propose.data, linkId: idOf('link', uuidOf(some.exit)) },
    };
    given(aDefinition()).when(propose, {}, { ProposeLink: foreign }).then(asked);
    const about = { matter: 'Health code check', step: 'Platform', territoryId: some.city };
    const offered: DutyPointEvent = { type: 'LinkOffered', data: { ...propose.data, linkId, ...about } };
    given(beside, offered).when({ type: 'AcceptLink', data: { linkId } }).thenRefused('SIDE_TAKEN', 'linkId');
  });

  it('A7: is read from the record of the neighbour; standing there itself is no other', async () => {
    const taken = (next: typeof some.exit) => {
      const log = aLog({ [some.before]: [aDefinition({ next })] });
      return neighbourhood(log, { previous: some.before }, ownOf(log), occasion);
    };
    expect((await taken(some.after)).taken).toEqual(['previous']);
    expect((await taken(some.exit)).taken).toEqual([]);
  });
});

describe('A7: two links on one side, agreed at the same time', () => {
  const link = { type: 'LinkStep', data: { previous: some.after } } as const;
  const ended = { type: 'StepUnlinked', data: { side: 'previous', dutyPointId: some.before } } as const;
  const linked = { type: 'StepLinked', data: { previous: some.after } } as const;

  it('A7: the later one stands and the earlier one ends', () => {
    given(beside).when(link).then(ended, linked);
    expect(given(beside, ended, linked).state()).toMatchObject({ previous: some.after });
    given(aDefinition({ next: some.before }))
      .when(link)
      .then(linked);
  });

  it('A7: the earlier neighbour is told, and has the link no longer', async () => {
    const asks = dutyPointNeighbours.on.StepUnlinked?.(ended.data, given(beside).state(), aHappening(some.exit));
    expect(asks?.[0]).toMatchObject({
      stream: some.before,
      command: { type: 'DropLink', data: { dutyPointId: some.exit } },
    });
    const log = aLog({ [some.exit]: [beside, ended, linked], [some.before]: [aDefinition({ next: some.exit })] });
    const own = { ...ownOf(log), stream: some.before, state: () => log.state(dutyPoint, some.before) };
    expect(await droppedThere(log, { dutyPointId: some.exit }, own)).toEqual({ missing: ['next'] });
    given(aDefinition({ next: some.exit }))
      .when({ type: 'DropLink', data: { dutyPointId: some.exit } }, {}, { DropLink: { missing: ['next'] } })
      .then({ type: 'StepUnlinked', data: { side: 'next', dutyPointId: some.exit } });
  });
});
