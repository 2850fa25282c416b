import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCloseOut,
  aCompletion,
  aConfirmation,
  aFile,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPass,
  aPlan,
  as,
  aVerifierTeam,
  occasion,
  some,
} from './finding.examples.js';
import { saying } from './finding.files.examples.js';
import { aBody, around, beside, bodies, known } from './finding.facts.examples.js';
import { ownerOf } from './finding.stakes.js';

const given = specification(finding, occasion, known, beside);
type Past = FindingEvent & { readonly act?: object };
const confirmed: Past[] = [anObservation(), aConfirmation];
const ordered: Past[] = [...confirmed, anOrder()];
const reported: Past[] = [
  ...[...ordered, by(as.unit, anAcknowledgement), by(as.unit, aPlan()), anApproval],
  by(as.unit, aCompletion()),
];
const verified: Past[] = [...reported, aVerifierTeam(), by(as.verifier, aPass())];
const reason = 'It was written wrongly';

describe('evidence', () => {
  const data = { evidence: [aFile(5)] };
  const add = { type: 'AddEvidence', data: saying(data) } as const;
  const added = { type: 'EvidenceAdded', data } as const;

  it('F7: is added at any stage before the conclusion', () => {
    for (const past of [confirmed.slice(0, 1), confirmed, ordered, reported, verified])
      given(...past)
        .when(add)
        .then(added);
    given(...verified, by(as.acceptor, aCloseOut()))
      .when(add)
      .thenRefused('NOT_AT_THIS_STAGE');
    given(...confirmed)
      .when({ type: 'AddEvidence', data: { evidence: [] } })
      .thenRefused('EVIDENCE_REQUIRED', 'evidence');
  });

  it('F7: lets an observation be confirmed that had none', () => {
    const bare = anObservation({ evidence: [] });
    given(bare).when({ type: 'ConfirmFinding', data: {} }).thenRefused('EVIDENCE_REQUIRED');
    given(bare, added).when({ type: 'ConfirmFinding', data: {} }).then(aConfirmation);
  });
});

describe('the severity', () => {
  const change = (severity: 'minor' | 'major', because?: string) =>
    ({ type: 'ChangeSeverity', data: { severity, reason: because } }) as const;

  it('F5: is changed only with a reason', () => {
    given(...ordered)
      .when(change('major'))
      .thenRefused('REASON_REQUIRED', 'reason');
    given(...ordered)
      .when(change('minor', reason))
      .thenRefused('SEVERITY_UNCHANGED', 'severity');
    given(...ordered)
      .when(change('major', reason), as.acceptor)
      .then({ type: 'SeverityChanged', data: { severity: 'major', reason } });
  });

  it('SD1: is not raised to major by whoever recorded it', () => {
    given(...ordered)
      .when(change('major', reason))
      .thenRefused('CONFIRMER_IS_THE_RECORDER', 'severity');
  });

  it('SD1: that was raised during a verification asks for two people on site', () => {
    const raised: FindingEvent = { type: 'SeverityChanged', data: { severity: 'major', reason } };
    const late = given(...reported, aVerifierTeam(), raised);
    late
      .when({ type: 'PassVerification', data: saying(aPass().data) }, as.verifier)
      .thenRefused('TWO_VERIFIERS_NEEDED');
    const data = saying(aPass({ outcomeClass: 'cosmetic' }).data);
    late.when({ type: 'FailVerification', data }, as.verifier).thenRefused('MUST_BE_ON_SITE', 'method');
  });
});

describe('what was written wrongly', () => {
  const data = { place: 'Gate 3', class: 'lostControl' } as const;
  const corrected = { type: 'ObservationCorrected', data } as const;

  it('F9: is corrected by the recorder or the lead until it is confirmed', () => {
    const seen = given(anObservation());
    seen.when({ type: 'CorrectObservation', data }).then(corrected);
    seen.when({ type: 'CorrectObservation', data }, as.acceptor).thenRefused('NOT_THE_RECORDER');
    seen.when({ type: 'CorrectBeforeConfirming', data }, as.acceptor).then(corrected);
    seen.when({ type: 'CorrectObservation', data: {} }).thenRefused('NOTHING_CORRECTED');
    for (const type of ['CorrectObservation', 'CorrectBeforeConfirming'] as const)
      given(...confirmed)
        .when({ type, data })
        .thenRefused('NOT_AT_THIS_STAGE');
  });

  it('F9: is corrected later only with a reason', () => {
    given(...ordered)
      .when({ type: 'CorrectFinding', data })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(...ordered)
      .when({ type: 'CorrectFinding', data: { ...data, reason } })
      .then({ ...corrected, data: { ...data, reason } });
    given(anObservation())
      .when({ type: 'CorrectFinding', data: { ...data, reason } })
      .thenRefused('NOT_AT_THIS_STAGE');
    expect(finding.commands.declared.CorrectFinding.who).toEqual(['supervision-head']);
  });

  it('F2, F9: names who held the other duty point when it happened', () => {
    const holders = [{ party: 'unit', capacity: 'lead', orgId: some.station } as const];
    const right = { dutyPointId: some.dutyPoint };
    const facts = {
      CorrectObservation: { ...around, dutyPoint: { territoryPath: some.cityPath, holders, hasGap: false } },
    };
    given(anObservation())
      .when({ type: 'CorrectObservation', data: right }, {}, facts)
      .then({ type: 'ObservationCorrected', data: { ...right, answerable: holders } });
    given(anObservation())
      .when({ type: 'CorrectObservation', data: right })
      .thenRefused('NO_SUCH_DUTY_POINT', 'dutyPointId');
    given(anObservation({ kind: 'gap', dutyPointId: some.dutyPoint }))
      .when({ type: 'CorrectObservation', data: right }, {}, facts)
      .thenRefused('NO_OPEN_GAP', 'dutyPointId');
  });

  it('R10, F9: counts for the close-out as it was corrected', () => {
    const about: FindingEvent = {
      type: 'ObservationCorrected',
      data: { class: 'responsibilityGap', dutyPointId: some.dutyPoint, reason },
    };
    given(...verified, about)
      .when({ type: 'ApproveCloseOut', data: { conditions: [] } }, as.acceptor, {
        ApproveCloseOut: { bodies, dutyHeld: false },
      })
      .thenRefused('DUTY_STILL_UNHELD');
    expect(given(...verified, about).state()).toMatchObject({
      observation: { class: 'responsibilityGap', dutyPointId: some.dutyPoint },
    });
  });

  it('F9: of a body that it is not about after all is seen by the right one; the other keeps what it saw', () => {
    const subject = { subjectOrgId: some.center };
    given(anObservation())
      .when({ type: 'CorrectObservation', data: subject }, {}, { CorrectObservation: { ...around, subject: aBody() } })
      .then({ type: 'ObservationCorrected', data: subject });
    given(anObservation())
      .when({ type: 'CorrectObservation', data: subject })
      .thenRefused('NO_SUCH_ORGANISATION', 'subjectOrgId');
    const told: Past[] = [anObservation({ subjectOrgId: some.station }), aConfirmation];
    const state = given(...told, { type: 'ObservationCorrected', data: { ...subject, reason } }).state();
    expect(state.is !== 'new' && ownerOf(state.stakes).orgs).toEqual([some.office, some.center, some.station]);
  });
});

describe('SD1: whoever changed what a finding is judged by', () => {
  const head = { actorId: some.second, orgId: some.office };
  const corrected = (data: object): Past => by(head, { type: 'ObservationCorrected', data: { ...data, reason } });
  const refuse = { type: 'RefuseCloseOut', data: { reason } } as const;

  it.each<[string, Past]>([
    ['its severity', by(head, { type: 'SeverityChanged', data: { severity: 'serious', reason } })],
    ['its class', corrected({ class: 'lostControl' })],
    ['its place', corrected({ place: 'Side gate' })],
    ['its subject', corrected({ subjectOrgId: some.center })],
    ['its duty point', corrected({ dutyPointId: some.dutyPoint })],
  ])('SD1: does not decide on its close-out: %s', (_, change) => {
    given(...verified, change)
      .when(refuse, head)
      .thenRefused('APPROVER_CONFIRMED_IT');
    given(...verified, change)
      .when(refuse, as.acceptor)
      .then({ type: 'CloseOutRefused', data: { reason } });
  });

  it('SD1: other words alone are no part in it', () => {
    given(...verified, corrected({ description: 'No thermometer at the gate' }))
      .when(refuse, head)
      .then({ type: 'CloseOutRefused', data: { reason } });
  });
});
