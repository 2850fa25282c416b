import { decide, evolve, type AskedOf, type Capacity, type Role } from '#kernel';
import { actOf } from '#kernel/testing';
import type { FindingCommand } from './finding.commands.js';
import { askedBy, nextSteps, verifiersToCome, type FindingPart, type FindingStep } from './finding.course.js';
import { finding } from './finding.decider.js';
import { aFile, as, at, due, occasion, some } from './finding.examples.js';
import { kept } from './finding.files.examples.js';
import type { Files } from './finding.named.js';
import { aBody, aMerge, around, beside, bodies, known, named as namedPeople } from './finding.facts.examples.js';
import { sampleCommands } from './finding.samples.js';
import type { FindingState } from './finding.state.js';
import type { FindingFacts } from './finding.surroundings.js';

const office = { actorId: some.inspector, orgId: some.office };
export const played: { readonly [P in FindingPart]: readonly [Role, Capacity] } = {
  inspector: ['inspector', office],
  lead: ['lead', office],
  supervision: ['supervision', office],
  head: ['supervision-head', office],
  unitHead: ['unit-head', as.unit],
  verifier: ['inspector', as.verifier],
  acceptor: ['supervision-head', as.acceptor],
};
const verifiers = [
  { personId: some.verifier, orgId: some.center },
  { personId: some.second, orgId: some.center },
] as const;
const more = new Map([
  ...bodies,
  [some.colleagues, aBody()],
  [some.inspectorate, aBody({ kind: 'government' })],
] as const);
const place = { ...around, dutyPoint: { holders: [], hasGap: true }, subject: aBody() };
/** What is known for each command, by its name. */
const facts: Readonly<Record<string, unknown>> = {
  ...beside,
  ...known,
  ...{ RecordObservation: place, RecordGapFinding: place, ApproveCloseOut: { bodies: more, dutyHeld: true } },
  ...{
    MergeFinding: aMerge,
    RedirectOrder: more,
    ReplaceAcceptor: more,
    ReplaceVerifier: namedPeople([[some.leader, { now: [some.center], since: [] }]]),
  },
};

/** One step of the course: from where, what it brought about, and how the finding stood then. */
export interface Move {
  readonly from: FindingState['is'];
  readonly step: FindingStep;
  readonly events: readonly string[];
  readonly to: FindingState;
}

/** Who asks for a step: of the verifiers the one whose turn it is. */
const actorOf = (step: FindingStep, state: FindingState): Partial<Capacity> => {
  const part = askedBy[step];
  const [verifier] = part === 'verifier' ? verifiersToCome(state) : [];
  return verifier ? { actorId: verifier.personId, orgId: verifier.orgId } : played[part][1];
};

/** Those who can still be replaced. */
const toCome = (state: FindingState) => {
  const [first = verifiers[0], ...rest] = verifiersToCome(state);
  return [first, ...rest] as const;
};

/** Every file that was ever named: each step finds them kept for whoever asks, and in nothing else. */
const files: ReturnType<typeof aFile>[] = [];

const photo = () => {
  const n = files.length + 11;
  files.push(aFile(n, String(n).padStart(64, '0')));
  return aFile(n).id;
};

/** What a look back finds. */
type LookBack = 'passed' | 'relapsed';

/** What somebody may say with a step of a finding that stands like this. */
export const sampleCommand = (
  state: FindingState,
  step: FindingStep,
  lookBack: LookBack = 'passed',
): FindingCommand => {
  const evidence = state.is === 'new' ? [] : state.evidence;
  return sampleCommands[step]({
    ...{ severity: 'minor', territoryId: some.city, dutyPointId: some.dutyPoint },
    ...{ unitId: some.station, acceptorOrgId: some.office, otherUnitId: some.colleagues },
    ...{
      otherAcceptorOrgId: some.inspectorate,
      otherVerifier: { personId: some.leader, orgId: some.center },
      responsible: some.stationHead,
      otherFindingId: some.another,
    },
    ...{ verifiers: step === 'ReplaceVerifier' ? toCome(state) : verifiers, now: at, due, measures: 2, lookBack },
    known: evidence.map(({ id }) => id),
    photo,
  });
};

/** What is known for a command, with these files in place of those that it may name. */
const withFiles = (beside: unknown, named: Files): unknown => {
  if (beside instanceof Map || typeof beside !== 'object' || beside === null) return beside;
  return 'files' in beside ? { ...beside, files: named } : { ...beside, ...named };
};

/** One step of a finding that stands like this, by the one who usually asks for it. Throws when it is refused. */
const taken = (state: FindingState, step: FindingStep, lookBack: LookBack): Move => {
  const command = sampleCommand(state, step, lookBack);
  const on = { ...occasion, ...actorOf(step, state) };
  // The facts of this very command.
  const beside = withFiles(facts[step], kept(files, on.orgId));
  const asked = { ...command, facts: beside, known: beside } as AskedOf<FindingCommand, FindingFacts>;
  const decision = decide(finding, asked, state, on);
  if ('refused' in decision) throw new Error(`${step} at ${state.is}: ${decision.refused}`);
  const to = decision.events.reduce((now, event) => evolve(finding, now, event, actOf(on)), state);
  return { from: state.is, step, events: decision.events.map(({ type }) => type), to };
};

/** Every step of the course from every way in which a finding can stand on it. */
export const moves = (): readonly Move[] => {
  const met = new Set<string>();
  const from = (state: FindingState): readonly Move[] => {
    const hasPlan = state.is !== 'new' && state.hasPlan;
    const standing = JSON.stringify([
      state.is,
      hasPlan,
      verifiersToCome(state).length,
      state.is !== 'new' && state.fix !== undefined,
    ]);
    if (met.has(standing)) return [];
    met.add(standing);
    const next = nextSteps[state.is].flatMap((step) =>
      (step === 'RecordLookBack' ? (['passed', 'relapsed'] as const) : (['passed'] as const)).map((lookBack) =>
        taken(state, step, lookBack),
      ),
    );
    return [...next, ...next.flatMap(({ to }) => from(to))];
  };
  return from(finding.initial);
};
