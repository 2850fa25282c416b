import type { StateReader } from '#kernel';
import { aLog } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import { aDefinition, anAssignment, at, occasion, ownOf, some } from './duty-point.examples.js';

const city = { name: 'City Q', level: 'city', path: some.cityPath, validFrom: at };
const station = {
  name: 'Unit U1',
  orgKind: 'enterprise',
  territoryId: some.city,
  territoryPath: some.cityPath,
  territoryLevel: 'city',
  temporary: false,
};
const held = { postId: some.linsPost, orgId: some.station, territoryPath: some.cityPath, from: at };
const log = aLog({
  [some.city]: [{ type: 'TerritoryAdded', data: city }],
  [some.station]: [
    { type: 'OrgCreated', data: station },
    { type: 'PostEstablished', data: { postId: some.linsPost, title: 'Clerk' } },
  ],
  [some.lin]: [
    { type: 'PersonRegistered', data: { name: 'sealed' } },
    { type: 'PostHeld', data: held },
  ],
  [some.before]: [aDefinition()],
});

describe('what is known around a new duty point', () => {
  const around = (read: StateReader, more = {}) =>
    dutyPoint.facts.DefineDutyPoint(read, aDefinition(more).data, ownOf(read), occasion);

  it('is where its place lies, and which neighbours are missing', async () => {
    expect(await around(log, { previous: some.before, next: some.after })).toEqual({
      territoryPath: some.cityPath,
      undefinedNeighbours: ['next'],
    });
  });

  it('is nothing of a place that is not there', async () => {
    expect(await around(aLog({}))).toEqual({ territoryPath: undefined, undefinedNeighbours: [] });
  });
});

describe('what is known of a holder', () => {
  const inPost = async (holder: { personId?: typeof some.lin; postId?: typeof some.linsPost }, from = at) => {
    const { data } = anAssignment({ holder: { orgId: some.station, ...holder }, from });
    return (await dutyPoint.facts.AssignParty(log, data, ownOf(log), occasion))?.inPost;
  };

  it('A2: is whether the person holds the post of that organisation from that time on', async () => {
    expect(await inPost({ personId: some.lin, postId: some.linsPost })).toBe(true);
    expect(await inPost({ personId: some.lin })).toBe(true);
    expect(await inPost({ personId: some.lin, postId: some.linsPost }, '2022-03-31T08:59:59.999Z')).toBe(false);
    expect(await inPost({ personId: some.clerk, postId: some.linsPost })).toBe(false);
  });

  it('is whether the organisation has the post, when nobody is named', async () => {
    expect(await inPost({})).toBe(true);
    expect(await inPost({ postId: some.linsPost })).toBe(true);
    expect(await inPost({ postId: 'post-00000000-0000-4000-8000-000000000099' as const })).toBe(false);
  });

  it('is nothing when there is no such organisation', async () => {
    const { data } = anAssignment({ holder: { orgId: some.exitDesk } });
    expect(await dutyPoint.facts.AssignParty(log, data, ownOf(log), occasion)).toBeUndefined();
  });

  it('is nothing when the organisation is dissolved', async () => {
    const dissolved = { type: 'OrgDissolved', data: { dissolvedAt: at, reason: 'sealed' } };
    const later = aLog({ [some.station]: [{ type: 'OrgCreated', data: station }, dissolved] });
    const { data } = anAssignment({ holder: { orgId: some.station } });
    expect(await dutyPoint.facts.AssignParty(later, data, ownOf(later), occasion)).toBeUndefined();
  });
});
