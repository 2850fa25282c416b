import { actorWith, type Actor } from '#access';
import { isId, type Id, type StateSource } from '#kernel';
import { aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import type { FindingStep } from '../../libs/contexts/findings/finding.course.js';
import { moves, sampleCommand } from '../../libs/contexts/findings/finding.course.examples.js';
import { finding } from '../../libs/contexts/findings/finding.decider.js';
import { aConfirmation, anObservation, as, at, later, some } from '../../libs/contexts/findings/finding.examples.js';
import { everyPart } from '../../libs/contexts/findings/finding.parts.js';
import type { FindingState } from '../../libs/contexts/findings/finding.state.js';
import { dataFor } from '../../libs/kernel/testing/made-up.js';
import { expectBarred } from '../support/barred.js';
import { compared, type Compared } from '../support/possible.js';
import { ROLES_OF_PEOPLE } from '../support/roles-of-people.js';

const body = (orgKind: string) => [
  { type: 'OrgCreated', data: { orgKind, territoryId: some.city, territoryPath: some.cityPath } },
];
let posts = 30;
const inPost = (orgId: Id) => [
  { type: 'PersonRegistered', data: {} },
  {
    type: 'PostHeld',
    data: {
      postId: `post-00000000-0000-4000-8000-0000000000${String(++posts)}`,
      ...{ orgId, territoryId: some.city, territoryPath: some.cityPath, from: '2000-01-01T00:00:00.000Z' },
    },
  },
];
const duty = { matter: 'A check', step: 'At the exit', territoryId: some.city, territoryPath: some.cityPath };
const world: StateSource = aLog({
  [some.city]: [{ type: 'TerritoryAdded', data: { name: 'A city', level: 'city', path: some.cityPath } }],
  [some.office]: body('supervisionOffice'),
  [some.station]: body('enterprise'),
  [some.center]: body('publicInstitution'),
  [some.inspectorate]: body('government'),
  [some.colleagues]: body('enterprise'),
  [some.inspector]: inPost(some.office),
  [some.commander]: inPost(some.office),
  [some.stationHead]: inPost(some.station),
  [some.colleague]: inPost(some.station),
  [some.verifier]: inPost(some.center),
  [some.second]: inPost(some.center),
  [some.leader]: inPost(some.center),
  [some.another]: [anObservation(), aConfirmation],
  [some.dutyPoint]: [{ type: 'DutyPointDefined', data: { ...duty, requiredParties: ['unit'] } }],
});

const people = [
  { actorId: some.inspector, orgId: some.office },
  { actorId: some.colleague, orgId: some.station, onBehalfOf: some.stationHead },
  { actorId: some.leader, orgId: some.center },
  ...Object.values(as),
] as const;
/** Each with every role in turn, in twos: which one it is decides where they reach, and nothing else. */
const actors: readonly Actor[] = people.flatMap((who, index) =>
  ROLES_OF_PEOPLE.map((role, place) => ({ role, place }))
    .filter(({ role, place }) => role.startsWith('unit') || role.startsWith('supervision') || (place + index) % 2 === 1)
    .map(({ role }) => actorWith({ ...who, territory: some.cityPath, roles: [role] })),
);

type There = Exclude<FindingState, { is: 'new' }>;
/** The same finding, graver, about who answers for what, or with its first verifier heard already. */
const variants = (state: There): readonly There[] => [
  state,
  { ...state, observation: { ...state.observation, severity: 'major' } },
  { ...state, observation: { ...state.observation, kind: 'gap', dutyPointId: some.dutyPoint } },
];
/** How a finding stands, as far as bars look at it: one of each is enough. */
const standing = (state: There) =>
  JSON.stringify([state.is, state.passedBy?.length, state.rounds.length > 1, state.planner?.personId, state.fix]);
const once = new Map(
  moves()
    .map(({ to }) => to)
    .filter((state): state is There => state.is !== 'new')
    .map((state) => [standing(state), state]),
);
/** Why a close-out is nobody's: its acceptor has had each part in it, is no acceptor, or the record says that not all is done. */
const hinderedAtTheEnd = (state: There): readonly There[] => [
  ...everyPart.map((part) => ({ ...state, parts: { [part]: [as.acceptor.actorId] } })),
  ...[some.station, some.center].map((acceptor) => ({ ...state, stakes: { ...state.stakes, acceptor } })),
  { ...state, measures: 2, measuresDone: 1 },
  { ...state, passedBy: [] },
];
/** What the course does not come by, of what stands in the way beside the stage. */
const hindered = (state: There): readonly There[] => {
  if (state.is === 'observed') return [{ ...state, evidence: [] }];
  if (state.is === 'ordered') return [{ ...state, dueAt: at }];
  if (state.is === 'verified') return hinderedAtTheEnd(state);
  if (state.is !== 'underVerification') return [];
  const { verifiers = [], observation } = state;
  const grave = { ...observation, severity: 'major' as const };
  return [{ ...state, verifiers: verifiers.slice(0, 1), passedBy: [], observation: grave }];
};
const first = new Map([...once.values()].map((state) => [state.is, state]));
const states = [...[...once.values()].flatMap(variants), ...[...first.values()].flatMap(hindered)];

const madeUp = new Map(
  Object.entries(finding.commands.declared).map(([type, declared]) => [
    type,
    fc.sample(dataFor(declared), { numRuns: 2, seed: 1 }),
  ]),
);
const isStep = (type: string): type is FindingStep => Object.hasOwn(finding.decide, type);
const said = (type: string, state: unknown): readonly unknown[] => {
  if (!isStep(type)) throw new Error(`no such command: ${type}`);
  // The states of this scene are those of findings.
  const there = state as There;
  const { data } = sampleCommand(there, type);
  const answer = type === 'RecordLookBack' ? [sampleCommand(there, type, 'relapsed').data] : [];
  return [data, ...answer, ...(madeUp.get(type) ?? [])];
};

describe('what everybody may do with a finding, over its whole course', () => {
  let found: Compared;
  beforeAll(async () => {
    expect(people.every(({ actorId }) => isId('person', actorId))).toBe(true);
    const scene = { decider: finding, stream: some.finding, states, world, streams: STREAMS_OF_ALL, actors, said };
    found = await compared({ ...scene, now: later });
  }, 300_000);

  it('is what each command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('finding', [found]);
  });

  it('is yes for every command, and no for what stands in the way beside its stage', () => {
    // What processes alone may ask is none of anybody's possibilities.
    const going = Object.entries(finding.commands.declared).filter(
      ([, { begins, who }]) => !begins && !who.every((role) => role === 'system'),
    );
    expect([...found.yes].sort()).toEqual(going.map(([type]) => type).sort());
    // Not met here: an acceptor that is gone or below, and a finding into which others were merged.
    expect([...found.no].sort()).toEqual([
      ...['ACCEPTOR_IS_THE_UNIT', 'ACCEPTOR_OF_WRONG_KIND', 'ALREADY_PASSED', 'APPROVER_CONFIRMED_IT'],
      ...['APPROVER_IS_THE_REPORTER', 'APPROVER_IS_THE_VERIFIER', 'APPROVER_ORDERED_IT', 'APPROVER_RECORDED_IT'],
      ...['CONFIRMER_IS_THE_RECORDER', 'DUTY_STILL_UNHELD', 'EVIDENCE_REQUIRED', 'MEASURES_NOT_DONE'],
      ...['NOT_AT_THIS_STAGE', 'NOT_FOUND', 'NOT_THE_ACCEPTOR', 'NOT_THE_RECORDER', 'NOT_THE_UNIT', 'NOT_THE_VERIFIER'],
      ...['ORDER_OVERDUE', 'OWN_PLAN', 'ROLE_MAY_NOT', 'TOO_SEVERE_FOR_IMMEDIATE_FIX', 'TWO_VERIFIERS_NEEDED'],
      ...['VERIFIERS_OUTSTANDING', 'VERIFIER_IS_THE_REPORTER', 'VERIFIER_OF_THE_UNIT'],
    ]);
    expect(found.count).toBeGreaterThan(10_000);
  });
});
