import { actorWith, ANYBODY, SeenStates, SYSTEM, type Actor } from '#access';
import {
  decide,
  evolve,
  type AskedOf,
  type FactsReader,
  type Foldable,
  type Id,
  type Occasion,
  type StateSource,
} from '#kernel';
import { decideOnce } from '#platform/decide';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { finding } from '../../libs/contexts/findings/finding.decider.js';
import {
  aConfirmation,
  aFile,
  anObservation,
  anOrder,
  as,
  due,
  later,
  occasion,
  some,
} from '../../libs/contexts/findings/finding.examples.js';
import { sampleCommands } from '../../libs/contexts/findings/finding.samples.js';
import { aLog } from '../../libs/kernel/testing/log.js';
import type { FindingCommand } from '../../libs/contexts/findings/finding.commands.js';
import type { FindingState } from '../../libs/contexts/findings/finding.state.js';

const at = { territoryId: some.city, territoryPath: some.cityPath };
const body = (orgKind: string) => [{ type: 'OrgCreated', data: { orgKind, ...at } }];
let posts = 30;
const inPost = (orgId: string) => [
  { type: 'PersonRegistered', data: {} },
  {
    type: 'PostHeld',
    data: {
      postId: `post-00000000-0000-4000-8000-0000000000${String(++posts)}`,
      ...{ orgId, ...at, from: '2000-01-01T00:00:00.000Z' },
    },
  },
];

const { id: fileId, sha256, bytes, mediaType } = aFile(9);
const file = { sha256, bytes, mediaType, address: sha256, keyId: 'key' };

const folded = aLog({
  [fileId]: [{ type: 'EvidenceStored', data: file, act: { orgId: some.office, recordedAt: occasion.occurredAt } }],
  [some.city]: [{ type: 'TerritoryAdded', data: { name: 'A city', level: 'city', path: some.cityPath } }],
  ...{ [some.office]: body('supervisionOffice'), [some.station]: body('enterprise') },
  ...{ [some.center]: body('publicInstitution'), [some.inspectorate]: body('government') },
  [some.colleagues]: body('enterprise'),
  ...{ [some.inspector]: inPost(some.office), [some.commander]: inPost(some.office) },
  ...{ [some.stationHead]: inPost(some.station), [some.colleague]: inPost(some.station) },
  ...{ [some.verifier]: inPost(some.center), [some.second]: inPost(some.center), [some.leader]: inPost(some.center) },
  [some.another]: [anObservation(), aConfirmation],
  [some.dutyPoint]: [
    { type: 'DutyPointDefined', data: { matter: 'A check', step: 'At the exit', ...at, requiredParties: ['unit'] } },
  ],
});
const known = new Map<string, Promise<unknown>>();
/** Every stream folded once: what is compared is what decides, not the folding. */
const world: StateSource = {
  state: <S>(of: Foldable<S>, id: Id) => {
    const state = known.get(id) ?? folded.state(of, id);
    known.set(id, state);
    // The kind of a stream says whose state it is.
    return state as Promise<S>;
  },
};

/** One act of the course of a finding, by somebody in a role. */
export interface Asking {
  readonly state: FindingState;
  readonly command: FindingCommand;
  readonly actor: Actor;
}

const occasionOf = ({ actorId, orgId }: Actor): Occasion => ({ ...occasion, actorId, orgId, occurredAt: later });

/** As the product decides: whose it is, what they may see of what it rests on, and what stands in the way. */
export const authorised = ({ state, command, actor }: Asking) =>
  decideOnce(
    { decider: finding, stream: some.finding, command, as: { actor, occasion: occasionOf(actor) } },
    Promise.resolve(state),
    { source: world, streams: STREAMS_OF_ALL, rights: ANYBODY, now: later },
  );

/** The same by a policy that always allows: everything is read as the system sees it, and nobody is asked who they are. */
export const allowed = async ({ state, command, actor }: Asking) => {
  const { type, data } = command;
  const on = occasionOf(actor);
  const own = { stream: some.finding, now: later, state: () => Promise.resolve(state) };
  const read = new SeenStates(world, Promise.resolve(SYSTEM), STREAMS_OF_ALL);
  // Each reader is handed the data of its own command.
  const readers = finding.facts as unknown as Readonly<
    Record<string, FactsReader<FindingState, unknown, unknown> | undefined>
  >;
  const [facts, beside] = await Promise.all([
    readers[type]?.(read, data, own, on),
    finding.bars?.[type]?.known(read, own, on),
  ]);
  // The facts of this very command.
  return decide(finding, { type, data, facts, known: beside } as unknown as AskedOf<FindingCommand, never>, state, on);
};

const office = { actorId: some.inspector, orgId: some.office };
const act = { ...occasion, stream: some.finding, recordedAt: later, eventId: 'e', position: 0n, revision: 0n };

const commandOf = (type: (typeof STEPS)[number][1]): FindingCommand =>
  sampleCommands[type]({
    ...{ severity: 'minor', territoryId: some.city, dutyPointId: some.dutyPoint, known: [], now: later, due },
    ...{ unitId: some.station, acceptorOrgId: some.office, otherUnitId: some.colleagues, measures: 1 },
    ...{ otherAcceptorOrgId: some.inspectorate, otherVerifier: { personId: some.leader, orgId: some.center } },
    ...{ responsible: some.stationHead, otherFindingId: some.another, lookBack: 'passed' },
    verifiers: [
      { personId: some.verifier, orgId: some.center },
      { personId: some.second, orgId: some.center },
    ],
    photo: () => fileId,
  });

/** What has happened so far, and who does what next. */
const STEPS = [
  [[], 'RecordObservation', 'inspector', office],
  [[anObservation()], 'ConfirmFinding', 'lead', as.second],
  [[anObservation(), aConfirmation], 'OrderRectification', 'supervision', office],
  [[anObservation(), aConfirmation, anOrder()], 'AcknowledgeRectification', 'unit-head', as.unit],
] as const;

/** The acts of the course, each of which the product lets somebody do. */
export const acts = async (): Promise<readonly Asking[]> => {
  const all = STEPS.map(([past, type, role, who]) => ({
    state: past.reduce<FindingState>((now, event) => evolve(finding, now, event, act), finding.initial),
    ...{ command: commandOf(type), actor: actorWith({ ...who, territory: some.cityPath, roles: [role] }) },
  }));
  for (const [index, answer] of (await Promise.all(all.map(authorised))).entries())
    if (!('events' in answer)) throw new Error(`${STEPS[index]?.[1] ?? ''}: ${JSON.stringify(answer)}`);
  return all;
};
