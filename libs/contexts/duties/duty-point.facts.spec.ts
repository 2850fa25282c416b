import type { StateReader } from '#kernel';
import { aLog } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import { aDefinition, anAcceptance, anAssignment, at, occasion, ownOf, some } from './duty-point.examples.js';

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
  const surroundings = (read: StateReader, more = {}) =>
    dutyPoint.facts.DefineDutyPoint(read, aDefinition(more).data, ownOf(read), occasion);

  it('is where its place lies, and which neighbours are missing', async () => {
    expect(await surroundings(log, { previous: some.before, next: some.after })).toEqual({
      territoryPath: some.cityPath,
      self: some.exit,
      missing: ['next'],
      foreign: ['previous'],
      taken: [],
      twins: [],
    });
  });

  it('is nothing of a place that is not there', async () => {
    expect(await surroundings(aLog({}))).toEqual({
      territoryPath: undefined,
      self: some.exit,
      missing: [],
      foreign: [],
      taken: [],
      twins: [],
    });
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

describe('what is known of a neighbour', () => {
  const countyPath = `${some.cityPath}00000000-0000-4000-8000-000000000042/`;
  const inCounty = { ...aDefinition(), data: { ...aDefinition().data, territoryPath: countyPath } };
  const of = async (territoryPath: string) => {
    const read = aLog({
      [some.before]: [inCounty],
      [some.station]: [{ type: 'OrgCreated', data: { ...station, territoryPath } }],
    });
    const facts = dutyPoint.facts.ProposeLink;
    return facts(read, { side: 'previous', dutyPointId: some.before }, ownOf(read), {
      ...occasion,
      orgId: some.station,
    });
  };

  it('is whether its place is governed by the body of whoever asks, as the record has it', async () => {
    expect(await of(some.cityPath)).toMatchObject({ missing: [], foreign: [] });
    expect(await of(countyPath)).toMatchObject({ foreign: [] });
    expect(await of(`${some.cityPath}00000000-0000-4000-8000-000000000043/`)).toMatchObject({ foreign: ['previous'] });
  });
});

describe('what is known of a holder of whom it is said that they left', () => {
  const monday = '2022-04-04T00:00:00.000Z';
  const friday = '2022-04-08T00:00:00.000Z';
  const lin = { orgId: some.station, postId: some.linsPost, personId: some.lin };
  const step = [aDefinition(), anAssignment({ holder: lin }), anAcceptance()];
  const registered = [
    { type: 'PersonRegistered', data: { name: 'sealed' } },
    { type: 'PostHeld', data: held },
  ];
  const gone = async (from: string, streams: Parameters<typeof aLog>[0], now: string = friday) => {
    const world = aLog({ [some.station]: [{ type: 'OrgCreated', data: station }], [some.exit]: step, ...streams });
    const asked = { assignmentId: some.assignment, from };
    return (await dutyPoint.facts.DeactivateAssignment(world, asked, { ...ownOf(world), now }, occasion)).isGone;
  };
  const leaving = (to: string) => ({
    [some.lin]: [...registered, { type: 'PostLeft', data: { postId: some.linsPost, to } }],
  });

  it('A6: is whether the record of the person says so, at that moment', async () => {
    expect(await gone(monday, { [some.lin]: registered })).toBe(false);
    expect(await gone(monday, leaving(friday))).toBe(false);
    expect(await gone(monday, leaving(monday))).toBe(true);
  });

  it('A6: is nothing of a moment that is still to come', async () => {
    expect(await gone(friday, leaving(friday), monday)).toBe(false);
    expect(await gone(friday, leaving(friday))).toBe(true);
  });

  it('A6: is whether the body is dissolved by then', async () => {
    const body = [
      { type: 'OrgCreated', data: station },
      { type: 'OrgDissolved', data: { dissolvedAt: friday, reason: 'sealed' } },
    ];
    const streams = { [some.station]: body, [some.lin]: registered };
    expect(await gone(monday, streams)).toBe(false);
    expect(await gone(friday, streams)).toBe(true);
  });
});
