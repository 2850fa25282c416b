import { aLog, by } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aConfirmation,
  anObservation,
  anOrder,
  aPlan,
  at,
  aVerifierTeam,
  before,
  later,
  some,
} from './finding.examples.js';
import { aroundFinding } from './finding.facts.js';

const assignmentId = 'assignment-00000000-0000-4000-8000-000000000030';
const duty = {
  matter: 'Health code check',
  step: 'At the exit',
  place: 'North exit',
  territoryId: some.city,
  territoryPath: some.cityPath,
  standard: 'Everybody',
  requiredParties: ['unit'],
};
const gap = { kind: 'no-holder', party: 'unit' };
const held = { party: 'unit', capacity: 'lead', orgId: some.station };
const unheld = [
  { type: 'DutyPointDefined', data: duty },
  { type: 'GapDetected', data: { ...gap, matter: '', step: '', territoryId: some.city, territoryPath: '', orgs: [] } },
  {
    type: 'PartyAssigned',
    data: { assignmentId, party: 'unit', capacity: 'lead', holder: { orgId: some.station }, from: at },
  },
];
const accepted = [
  ...unheld,
  by({ occurredAt: at }, { type: 'AssignmentAccepted', data: { assignmentId, acceptedAt: at } }),
  by({ occurredAt: at }, { type: 'GapResolved', data: gap }),
];
const organisation = { type: 'OrgCreated', data: { territoryPath: some.cityPath } };
const post = { postId: 'post-00000000-0000-4000-8000-000000000031', territoryPath: some.cityPath, from: at };
const world = {
  [some.city]: [{ type: 'TerritoryAdded', data: { path: some.cityPath } }],
  [some.station]: [organisation],
  [some.office]: [organisation],
  [some.stationHead]: [
    { type: 'PersonRegistered', data: {} },
    { type: 'PostHeld', data: { ...post, orgId: some.station } },
  ],
};
const around = (occurredAt: string, more = {}) => {
  const read = aroundFinding(some.finding, occurredAt);
  return (command: Parameters<typeof read>[1]) => read(aLog({ ...world, ...more }), command);
};
const { territoryPath: _, answerable: __, ...observed } = anObservation({ dutyPointId: some.dutyPoint }).data;
const record = { type: 'RecordObservation', data: observed } as const;

describe('what is known when something is recorded', () => {
  it('F2: is who held the duty when it happened, not who holds it today', async () => {
    const streams = { [some.dutyPoint]: accepted };
    expect((await around(at, streams)(record)).dutyPoint).toEqual({ holders: [held], hasGap: false });
    expect((await around(before, streams)(record)).dutyPoint?.holders).toEqual([]);
  });

  it('is whether the duty point has an open gap', async () => {
    expect((await around(at, { [some.dutyPoint]: unheld })(record)).dutyPoint?.hasGap).toBe(true);
    expect((await around(at)(record)).dutyPoint).toBeUndefined();
  });

  it('is where the place lies and whether the body is there', async () => {
    expect(await around(at)({ ...record, data: { ...observed, subjectOrgId: some.center } })).toMatchObject({
      territoryPath: some.cityPath,
      unknownOrgs: [some.center],
    });
    expect(await around(at, { [some.city]: [] })(record)).not.toHaveProperty('territoryPath');
  });
});

describe('what is known when a rectification goes on', () => {
  it('is which bodies are not there', async () => {
    expect(await around(at)({ type: 'OrderRectification', data: anOrder({ unitId: some.center }).data })).toEqual({
      unknownOrgs: [some.center],
    });
  });

  it('is in which bodies people hold posts at that time', async () => {
    const plan = { type: 'SubmitPlan', data: aPlan().data } as const;
    expect((await around(at)(plan)).orgsOf).toEqual(new Map([[some.stationHead, [some.station]]]));
    expect((await around(before)(plan)).orgsOf).toEqual(new Map([[some.stationHead, []]]));
    const team = { type: 'AssignVerifier', data: aVerifierTeam().data } as const;
    expect((await around(at)(team)).orgsOf).toEqual(new Map([[some.verifier, []]]));
  });

  it('R10: is whether every required party of the duty point has accepted', async () => {
    const close = { type: 'ApproveCloseOut' as const, data: { conditions: [] } };
    const story = { [some.finding]: [anObservation({ dutyPointId: some.dutyPoint }), aConfirmation] };
    expect(await around(later, { ...story, [some.dutyPoint]: unheld })(close)).toEqual({ dutyHeld: false });
    expect(await around(later, { ...story, [some.dutyPoint]: accepted })(close)).toEqual({ dutyHeld: true });
    expect(await around(later, { [some.finding]: [anObservation()] })(close)).toEqual({});
  });
});
