import { decide, type AskedOf } from '#kernel';
import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingCommand } from './finding.commands.js';
import type { FindingEvent } from './finding.events.js';
import {
  aConfirmation,
  aFile,
  anObservation,
  anOrder,
  answers,
  aPass,
  as,
  aVerifierTeam,
  occasion,
  some,
} from './finding.examples.js';
import { saying } from './finding.files.examples.js';
import { aBody, around, beside, bodies, filesOf, known, named } from './finding.facts.examples.js';
import { ownerOf } from './finding.stakes.js';
import type { FindingFacts } from './finding.surroundings.js';

const office = aBody({ kind: 'supervisionOffice' });
const knows = {
  ...known,
  RecordObservation: { ...around, subject: aBody() },
  AssignVerifier: named([[some.inspector, { now: [some.office], since: [some.office] }]]),
  PassVerification: { ...known.PassVerification, ...filesOf(some.office) },
};
const barred = { ...beside, ApproveCloseOut: { bodies: new Map([...bodies, [some.office, office]]), dutyHeld: false } };
const given = specification(finding, occasion, knows, barred);
type Past = FindingEvent & { readonly act?: object };
type Asked = AskedOf<FindingCommand, FindingFacts>;

const about = { subjectOrgId: some.station };
const told = anObservation({ ...about, subjectTold: true });
const fix = { description: 'Bought one', before: [aFile(2)], after: [aFile(3)] };
const fixed: FindingEvent = { type: 'ImmediateFixReported', data: fix };
const report = { type: 'ReportImmediateFix', data: saying(fix) } as const;
const orgsOf = (...past: readonly Past[]) => {
  const state = given(...past).state();
  return state.is === 'new' ? [] : ownerOf(state.stakes).orgs;
};

describe('F10: what is handed over on the spot', () => {
  it('F10: is seen before it is confirmed by the body that it is about, and only then', () => {
    expect(orgsOf(told)).toContain(some.station);
    expect(orgsOf(anObservation(about))).not.toContain(some.station);
    const { territoryPath: _, answerable: __, ...data } = anObservation({ subjectTold: true }).data;
    given()
      .when({ type: 'RecordObservation', data: saying(data) })
      .thenRefused('SUBJECT_NOT_NAMED', 'subjectTold');
  });

  it('F10: is mended at once by that body; the report is kept, and changes no stage', () => {
    given(told).when(report, as.unit).then(fixed);
    expect(given(told, by(as.unit, fixed)).state()).toMatchObject({ is: 'observed', fix: { unit: some.station } });
    given(anObservation(about)).when(report, as.unit).thenRefused('NOT_THE_UNIT');
    given(told).when(report, as.verifier).thenRefused('NOT_THE_UNIT');
    given(anObservation({ ...about, subjectTold: true, severity: 'major' }))
      .when(report, as.unit)
      .thenRefused('TOO_SEVERE_FOR_IMMEDIATE_FIX');
  });

  const past: Past[] = [told, by({ ...as.unit, recordedAt: '2022-03-31T10:00:00.000Z' }, fixed), aConfirmation];
  const taken: FindingEvent = {
    type: 'EarlierFixTaken',
    data: { reportedAt: '2022-03-31T10:00:00.000Z', reportedBy: some.stationHead },
  };
  const order = { type: 'OrderRectification', data: anOrder().data } as const;

  it('F10: is taken up by the order, and verified without being reported again', () => {
    given(...past)
      .when(order)
      .then(anOrder(), taken);
    const state = given(...past, anOrder(), taken).state();
    expect(state).toMatchObject({
      is: 'completionReported',
      reporter: { personId: some.stationHead, orgId: some.station },
      rounds: [{ completion: { at: '2022-03-31T10:00:00.000Z', by: some.stationHead } }],
      digestsBefore: [aFile(1).sha256, aFile(2).sha256],
    });
  });

  it('F10: is not taken up by an order to another body, nor once it is graver than a fix on the spot may be', () => {
    const other = anOrder({ unitId: some.center });
    given(...past)
      .when({ type: 'OrderRectification', data: other.data })
      .then(other);
    given(...past, { type: 'SeverityChanged', data: { severity: 'major', reason: 'More gates' } })
      .when(order)
      .then(anOrder());
  });
});

it('F10: the smallest finding goes from the log to the close-out in seven acts of three people', () => {
  const leader = { actorId: some.inspector, orgId: some.office };
  const head = as.acceptor;
  const verifiers = [{ personId: some.inspector, orgId: some.office }];
  const { territoryPath: _, answerable: __, ...seen } = told.data;
  const acts = [
    [leader, { type: 'RecordObservation', data: saying(seen) }],
    [as.unit, report],
    [leader, { type: 'ConfirmFinding', data: {} }],
    [leader, { type: 'OrderRectification', data: anOrder().data }],
    [head, { type: 'AssignVerifier', data: aVerifierTeam({ verifiers }).data }],
    [leader, { type: 'PassVerification', data: saying(aPass({ evidence: [aFile(7)] }).data) }],
    [head, { type: 'ApproveCloseOut', data: { conditions: answers([aFile(7).id]) } }],
  ] as const;
  const facts: Readonly<Record<string, unknown>> = { ...barred, ...knows };
  const story = acts.reduce<Past[]>((before, [who, command]) => {
    // The facts of this very command.
    const asked = { ...command, facts: facts[command.type], known: facts[command.type] } as Asked;
    const decision = decide(finding, asked, given(...before).state(), { ...occasion, ...who });
    return [...before, ...('events' in decision ? decision.events : []).map((event) => by(who, event))];
  }, []);
  expect(story.map(({ type }) => type)).toEqual([
    ...['ObservationRecorded', 'ImmediateFixReported', 'FindingConfirmed', 'RectificationOrdered', 'EarlierFixTaken'],
    ...['VerifierAssigned', 'VerificationPassed', 'CloseOutApproved'],
  ]);
  expect([acts.length, new Set(acts.map(([{ actorId }]) => actorId)).size]).toEqual([7, 3]);
});
