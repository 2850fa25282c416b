import { aLog, by } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aCompletion,
  aConfirmation,
  anObservation,
  anOrder,
  aPlan,
  as,
  at,
  aVerifierTeam,
  before,
  later,
  occasion,
  some,
} from './finding.examples.js';
import { saying } from './finding.files.examples.js';
import type { CommandData } from './finding.commands.js';
import { findingStream } from './finding.evolve.js';
import { findingFacts } from './finding.facts.js';
import { findingKnown, type FindingKnown } from './finding.known.js';
import { type FindingFacts } from './finding.surroundings.js';

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
const organisation = { type: 'OrgCreated', data: { orgKind: 'headquarters', territoryPath: some.cityPath } };
const dissolved = { type: 'OrgDissolved', data: { dissolvedAt: at, reason: 'sealed' } };
const post = { postId: 'post-00000000-0000-4000-8000-000000000031', territoryPath: some.cityPath, from: at };
const inOffice = [
  { type: 'PersonRegistered', data: {} },
  { type: 'PostHeld', data: { ...post, orgId: some.station } },
];
const world = {
  [some.city]: [{ type: 'TerritoryAdded', data: { path: some.cityPath } }],
  [some.station]: [organisation],
  [some.office]: [organisation],
  [some.stationHead]: inOffice,
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
/** What bars know of other streams, before anything is said. */
const beside = <T extends keyof FindingKnown>(
  type: T,
  occurredAt: string,
  more: Parameters<typeof aLog>[0] = {},
): Promise<FindingKnown[T]> => {
  const log = aLog({ ...world, ...more });
  const own = { stream: some.finding, state: () => log.state(findingStream, some.finding) };
  return findingKnown[type](log, own, { ...occasion, occurredAt });
};
const { territoryPath: _, answerable: __, ...observed } = anObservation({ dutyPointId: some.dutyPoint }).data;
const record = { type: 'RecordObservation', data: saying(observed) } as const;

describe('what is known when something is recorded', () => {
  it('F2: is who held the duty when it happened, not who holds it today', async () => {
    const streams = { [some.dutyPoint]: accepted };
    expect((await around(record, at, streams)).dutyPoint).toEqual({
      territoryPath: some.cityPath,
      holders: [held],
      hasGap: false,
    });
    expect((await around(record, before, streams)).dutyPoint?.holders).toEqual([]);
  });

  it('is whether the duty point has an open gap', async () => {
    expect((await around(record, at, { [some.dutyPoint]: unheld })).dutyPoint?.hasGap).toBe(true);
    expect((await around(record, at)).dutyPoint).toBeUndefined();
  });

  it('is where the place lies and whether the body is there', async () => {
    const about = { ...record, data: { ...record.data, subjectOrgId: some.center } };
    expect(await around(about, at)).toMatchObject({ territoryPath: some.cityPath, subject: undefined });
    const gone = await around(about, at, { [some.center]: [organisation, dissolved] });
    expect(gone.subject?.stands).toBe(false);
    const nowhere = await around(record, at, { [some.city]: [] });
    expect(nowhere).toMatchObject({ territoryPath: undefined, subject: undefined });
  });
});

describe('what is known when a rectification goes on', () => {
  it('is where the bodies stand that are there', async () => {
    const order = { type: 'OrderRectification', data: anOrder({ unitId: some.center }).data } as const;
    const below = { ...organisation, data: { ...organisation.data, parentId: some.station } };
    expect((await around(order, at)).get(some.center)).toBeUndefined();
    expect((await around(order, at, { [some.center]: [organisation, dissolved] })).get(some.center)?.stands).toBe(
      false,
    );
    const circle = {
      [some.center]: [below],
      [some.station]: [{ ...below, data: { ...below.data, parentId: some.center } }],
    };
    expect((await around(order, at, circle)).get(some.center)).toEqual({
      kind: 'headquarters',
      territory: some.cityPath,
      above: [some.station, some.center],
      stands: true,
    });
  });

  it('W4: is in which bodies people hold posts at that time, and have held one since it occurred', async () => {
    const story = { [some.finding]: [by({ occurredAt: at }, anObservation())] };
    const plan = { type: 'SubmitPlan', data: aPlan().data } as const;
    const posts = async (...[command, when, more]: Parameters<typeof around<'SubmitPlan'>>) =>
      (await around(command, when, { ...story, ...more })).people.get(some.stationHead);
    expect(await posts(plan, at)).toEqual({ now: [some.station], since: [some.station] });
    expect(await posts(plan, before)).toEqual({ now: [], since: [some.station] });
    const left = { type: 'PostLeft', data: { postId: post.postId, to: later } };
    const gone = { [some.stationHead]: [...inOffice, left] };
    expect(await posts(plan, '2022-05-01T00:00:00.000Z', gone)).toEqual({ now: [], since: [some.station] });
    const long = { [some.stationHead]: [...inOffice, { ...left, data: { ...left.data, to: at } }] };
    expect(await posts(plan, later, long)).toEqual({ now: [], since: [] });
  });

  it('W4: is who still holds a post now, too, where an act is dated back', async () => {
    const gone = [...inOffice, { type: 'PostLeft', data: { postId: post.postId, to: later } }];
    const story = { [some.finding]: [by({ occurredAt: at }, anObservation())], [some.stationHead]: gone };
    const log = aLog({ ...world, ...story });
    const own = { stream: some.finding, now: later, state: () => log.state(findingStream, some.finding) };
    const team = aVerifierTeam({ verifiers: [{ personId: some.stationHead, orgId: some.station }] }).data;
    const postsNow = async (now: string) =>
      (await findingFacts.AssignVerifier(log, team, { ...own, now }, { ...occasion, occurredAt: at })).people.get(
        some.stationHead,
      )?.now;
    expect(await postsNow(at)).toEqual([some.station]);
    expect(await postsNow(later)).toEqual([]);
  });

  it('SD1: is read beside the unit and whoever reported for it', async () => {
    const story = [anObservation(), aConfirmation, anOrder(), by(as.unit, aCompletion())];
    const team = { type: 'AssignVerifier', data: aVerifierTeam().data } as const;
    const { people, bodies } = await around(team, at, { [some.finding]: story, [some.center]: [organisation] });
    expect([...people.keys()]).toEqual([some.verifier, some.stationHead]);
    expect([...bodies.keys()]).toEqual([some.center, some.station]);
    const known = await beside('PassVerification', at, { [some.finding]: story });
    expect(known.people.has(some.inspector)).toBe(true);
    expect((await around(team, at)).people.size).toBe(0);
  });

  it('R6: is where the acceptor stands beside the unit and whoever ordered it', async () => {
    const story = { [some.finding]: [anObservation(), aConfirmation, by({ orgId: some.office }, anOrder())] };
    expect([...(await beside('RefuseCloseOut', at, story)).bodies.keys()]).toEqual([some.office, some.station]);
    expect((await beside('RefuseCloseOut', at)).bodies.size).toBe(0);
  });

  it('R10: is whether every required party of the duty point has accepted', async () => {
    const story = { [some.finding]: [anObservation({ dutyPointId: some.dutyPoint }), aConfirmation] };
    const isHeld = async (more: Parameters<typeof aLog>[0]) =>
      (await beside('ApproveCloseOut', later, { ...story, ...more })).dutyHeld;
    expect(await isHeld({ [some.dutyPoint]: unheld })).toBe(false);
    expect(await isHeld({ [some.dutyPoint]: accepted })).toBe(true);
    expect(await isHeld({ [some.finding]: [anObservation()] })).toBe(false);
    const waived = { type: 'PartyWaived', data: { party: 'unit', reason: 'sealed' } };
    expect(await isHeld({ [some.dutyPoint]: [{ type: 'DutyPointDefined', data: duty }, waived] })).toBe(false);
  });
});
