import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide, evolve, type AskedOf, type Capacity, type Role } from '#kernel';
import { actOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { blocksOf } from '../../../test/support/readme.js';
import { read, root } from '../../../test/support/source-files.js';
import { askedBy, nextSteps, verifiersToCome, type FindingPart, type FindingStep } from './finding.course.js';
import { finding } from './finding.decider.js';
import { aBody, aMerge, around, bodies, known, named as namedPeople } from './finding.facts.examples.js';
import { aFile, as, at, due, occasion, some } from './finding.examples.js';
import type { FindingCommand } from './finding.commands.js';
import type { FindingFacts } from './finding.surroundings.js';
import { sampleCommands } from './finding.samples.js';
import type { FindingState } from './finding.state.js';
import { STAGES } from './finding.words.js';

const PAGE = 'libs/contexts/findings/stages.md';

const office = { actorId: some.inspector, orgId: some.office };
const played: { readonly [P in FindingPart]: readonly [Role, Capacity] } = {
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
  ...known,
  ...{ RecordObservation: place, RecordGapFinding: place, ApproveCloseOut: { bodies: more, dutyHeld: true } },
  ...{
    MergeFinding: aMerge,
    RedirectOrder: more,
    ReplaceAcceptor: more,
    ReplaceVerifier: namedPeople([[some.leader, { now: [some.center], since: [] }]]),
  },
};

interface Move {
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

let files = 10;

/** One step of a finding that stands like this, by the one who usually asks for it. Throws when it is refused. */
const taken = (state: FindingState, step: FindingStep, lookBack: 'passed' | 'relapsed'): Move => {
  const evidence = state.is === 'new' ? [] : state.evidence;
  const command = sampleCommands[step]({
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
    photo: () => aFile(++files, String(files).padStart(64, '0')),
  });
  const on = { ...occasion, ...actorOf(step, state) };
  // The facts of this very command.
  const asked = { ...command, facts: facts[step] } as AskedOf<FindingCommand, FindingFacts>;
  const decision = decide(finding, asked, state, on);
  if ('refused' in decision) throw new Error(`${step} at ${state.is}: ${decision.refused}`);
  const to = decision.events.reduce((now, event) => evolve(finding, now, event, actOf(on)), state);
  return { from: state.is, step, events: decision.events.map(({ type }) => type), to };
};

/** Every step of the course from every way in which a finding can stand on it. */
const moves = (): readonly Move[] => {
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

const named = (type: string) =>
  `${type} ${Object.entries(finding.events.facts).find(([name]) => name === type)?.[1].title.zh ?? ''}`;

const arrow = ({ from, events, to }: Move) =>
  `    ${from === 'new' ? '[*]' : from} --> ${to.is}: ${events.map(named).join(', ')}`;

/** The way of a finding through its stages, as Mermaid draws it. */
const diagram = (): string => ['stateDiagram-v2', ...new Set(moves().map(arrow)), ''].join('\n');

const drawn = () => blocksOf(PAGE).find(({ language }) => language === 'mermaid')?.text;

if (process.env['DIAGRAM'] === 'write') {
  writeFileSync(join(root, PAGE), read(PAGE).replace(drawn() ?? 'stateDiagram-v2\n', diagram()));
}

describe('the course of a finding', () => {
  it('is accepted step by step, and passes through every stage', () => {
    expect(new Set(moves().map(({ to }) => to.is))).toEqual(new Set(Object.keys(STAGES.words)));
  });

  it('takes every step that there is', () => {
    expect(new Set(moves().map(({ step }) => step))).toEqual(new Set(Object.keys(finding.decide)));
  });

  it('brings about every fact that there is', () => {
    const facts = moves().flatMap(({ events }) => events);
    expect(new Set(facts)).toEqual(new Set(Object.keys(finding.events.facts)));
  });

  it('has each step asked for by somebody whose role may ask for it', () => {
    for (const [step, { who }] of Object.entries(finding.commands.declared)) {
      expect(who).toContain(played[askedBy[step as FindingStep]][0]);
    }
  });

  it('is drawn as it is; after a change: DIAGRAM=write', () => {
    expect(drawn()).toBe(diagram());
  });
});
