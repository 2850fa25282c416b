import { evolve, idOf, type Act, type Message } from '#kernel';
import { actOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { claimId, claimStream, standingIn } from './claim.state.js';

const one = idOf('finding', '00000000-0000-4000-8000-000000000001');
const two = idOf('finding', '00000000-0000-4000-8000-000000000002');
const act: Act = {
  actorId: idOf('person', '00000000-0000-4000-8000-000000000003'),
  occurredAt: '2022-03-31T09:00:00.000Z',
  recordedAt: '2022-03-31T09:00:00.000Z',
};
const laid = (by: string, expected: number): Message => ({
  type: 'ClaimLaid',
  data: { by, expected, territoryPath: '', orgs: [] },
});
const released = (by: string): Message => ({ type: 'ClaimReleased', data: { by } });
const standing = (...events: readonly Message[]) => {
  const state = events.reduce(
    (before, event) => evolve(claimStream, before, event, actOf(act, {})),
    claimStream.initial,
  );
  return standingIn(state).map(({ by, expected }) => [by, expected]);
};

describe('claims', () => {
  it('meet where the words are the same', () => {
    expect(claimId(['place', 'a'])).toBe(claimId(['place', 'a']));
    expect(claimId(['place', 'a'])).not.toBe(claimId(['place', 'b']));
    expect(claimId(['a', 'bc'])).not.toBe(claimId(['ab', 'c']));
  });

  it('stand once for each claimant, as they were laid last', () => {
    expect(standing(laid(one, 0), laid(two, 0), laid(one, 3))).toEqual([
      [one, 3],
      [two, 0],
    ]);
  });

  it('F8, F9: that were laid for a correction which is not recorded leave the one from before', () => {
    expect(standing(laid(one, 0), laid(one, 3), released(one))).toEqual([[one, 0]]);
    expect(standing(laid(one, 0), released(one))).toEqual([]);
    expect(standing(laid(one, 0), laid(two, 0), released(one), released(one))).toEqual([[two, 0]]);
  });
});
