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
  occasion,
  some,
} from './finding.examples.js';
import type { CommandData } from './finding.commands.js';
import { findingStream } from './finding.evolve.js';
import { findingFacts, type FindingFacts } from './finding.facts.js';

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
const dissolved = { type: 'OrgDissolved', data: { dissolvedAt: at, reason: 'sealed' } };
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
/** What is read for a command that is asked for at this time, in this world and with these streams beside it. */
const around = <T extends keyof FindingFacts>(
  { type, data }: { readonly type: T; readonly data: CommandData<T> },
  occurredAt: string,
  more: Parameters<typeof aLog>[0] = {},
): Promise<FindingFacts[T]> => {
  const log = aLog({ ...world, ...more });
  const own = { stream: some.finding, state: () => log.state(findingStream, some.finding) };
  return findingFacts[type](log, data, own, { ...occasion, occurredAt });
};
const { territoryPath: _, answerable: __, ...observed } = anObservation({ dutyPointId: some.dutyPoint }).data;
const record = { type: 'RecordObservation', data: observed } as const;

describe('what is known when something is recorded', () => {
  it('F2: is who held the duty when it happened, not who holds it today', async () => {
    const streams = { [some.dutyPoint]: accepted };
    expect((await around(record, at, streams)).dutyPoint).toEqual({ holders: [held], hasGap: false });
    expect((await around(record, before, streams)).dutyPoint?.holders).toEqual([]);
  });

  it('is whether the duty point has an open gap', async () => {
    expect((await around(record, at, { [some.dutyPoint]: unheld })).dutyPoint?.hasGap).toBe(true);
    expect((await around(record, at)).dutyPoint).toBeUndefined();
  });

  it('is where the place lies and whether the body is there', async () => {
    const about = { ...record, data: { ...observed, subjectOrgId: some.center } };
    expect(await around(about, at)).toMatchObject({ territoryPath: some.cityPath, subjectIsUnknown: true });
    expect(await around(about, at, { [some.center]: [organisation, dissolved] })).toMatchObject({
      subjectIsUnknown: true,
    });
    const nowhere = await around(record, at, { [some.city]: [] });
    expect(nowhere).toMatchObject({ territoryPath: undefined, subjectIsUnknown: false });
  });
});

describe('what is known when a rectification goes on', () => {
  it('is which bodies are not there', async () => {
    const order = { type: 'OrderRectification', data: anOrder({ unitId: some.center }).data } as const;
    expect(await around(order, at)).toEqual([some.center]);
    expect(await around(order, at, { [some.center]: [organisation, dissolved] })).toEqual([some.center]);
    expect(await around(order, at, { [some.center]: [organisation] })).toEqual([]);
  });

  it('is in which bodies people hold posts at that time', async () => {
    const plan = { type: 'SubmitPlan', data: aPlan().data } as const;
    expect((await around(plan, at)).orgsOf).toEqual(new Map([[some.stationHead, [some.station]]]));
    expect((await around(plan, before)).orgsOf).toEqual(new Map([[some.stationHead, []]]));
    const team = { type: 'AssignVerifier', data: aVerifierTeam().data } as const;
    expect((await around(team, at)).orgsOf).toEqual(new Map([[some.verifier, []]]));
  });

  it('is which of the bodies that are to verify are not there, or are dissolved', async () => {
    const plan = { type: 'SubmitPlan', data: aPlan().data } as const;
    const team = { type: 'AssignVerifier', data: aVerifierTeam().data } as const;
    for (const asked of [plan, team]) {
      expect((await around(asked, at)).unknownOrgs).toEqual([some.center]);
      expect((await around(asked, at, { [some.center]: [organisation, dissolved] })).unknownOrgs).toEqual([
        some.center,
      ]);
      expect((await around(asked, at, { [some.center]: [organisation] })).unknownOrgs).toEqual([]);
    }
  });

  it('R10: is whether every required party of the duty point has accepted', async () => {
    const close = { type: 'ApproveCloseOut' as const, data: { conditions: [] } };
    const story = { [some.finding]: [anObservation({ dutyPointId: some.dutyPoint }), aConfirmation] };
    expect(await around(close, later, { ...story, [some.dutyPoint]: unheld })).toBe(false);
    expect(await around(close, later, { ...story, [some.dutyPoint]: accepted })).toBe(true);
    expect(await around(close, later, { [some.finding]: [anObservation()] })).toBe(false);
  });
});
