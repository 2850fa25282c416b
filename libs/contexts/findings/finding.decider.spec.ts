import { by, keepsTheLaws, specification } from '#kernel/testing';
import { closeOutPack, inForce } from '#contexts/policy-packs';
import { describe, expect, it } from '@jest/globals';
import type { Body } from './finding.bodies.js';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCloseOut,
  aCompletion,
  aConfirmation,
  aFailure,
  aFile,
  aMeasure,
  anAcknowledgement,
  anApproval,
  aNote,
  anObservation,
  anOrder,
  answers,
  aPass,
  aResult,
  aPlan,
  aRelapse,
  aReopening,
  as,
  at,
  aVerifierTeam,
  before,
  due,
  later,
  occasion,
  some,
} from './finding.examples.js';
import { kept, saying } from './finding.files.examples.js';
import { aBody, around as place, beside, bodies, filesOf, known, named } from './finding.facts.examples.js';
import type { Posts } from './finding.people.js';
import { ownerOf } from './finding.stakes.js';
import { FINDING_CLASSES } from './finding.words.js';
import { TICKED_CONDITIONS } from './finding.condition.words.js';

const given = specification(finding, occasion, known, beside);
const dissolved = new Map([...bodies, [some.center, aBody({ stands: false })]]);
type File = ReturnType<typeof aFile>;
type Past = FindingEvent & { readonly act?: object };
const ordered = (more: Parameters<typeof anObservation>[0] = {}): Past[] => [
  anObservation(more),
  aConfirmation,
  anOrder(),
];
const planned = (more = {}): Past[] => [...ordered(more), anAcknowledgement, by(as.unit, aPlan()), anApproval];
const reported = (more = {}): Past[] => [...planned(more), by(as.unit, aCompletion())];
const checking = (more = {}): Past[] => [...reported(more), aVerifierTeam()];
const verified = (more = {}): Past[] => [...checking(more), by(as.verifier, aPass())];
const closed = (): Past[] => [...verified(), by(as.acceptor, aCloseOut())];

/** The command that means what the event says. */
const asked = <T extends string, D>(type: T, { data }: { data: D }) => ({ type, data: saying(data) }) as const;
const record = (more: Parameters<typeof anObservation>[0] = {}) => {
  const { territoryPath: _, answerable: __, ...data } = anObservation(more).data;
  return { type: 'RecordObservation', data: saying(data) } as const;
};

keepsTheLaws(finding);

describe('an observation', () => {
  it('F1: is recorded where it was seen, with its evidence', () => {
    given().when(record()).then(anObservation());
    given()
      .when(record(), {}, { RecordObservation: { ...place, territoryPath: undefined } })
      .thenRefused('NO_SUCH_TERRITORY', 'territoryId');
    given(anObservation()).when(record()).thenRefused('ALREADY_RECORDED');
  });

  it('F2: names who held the duty when it happened', () => {
    const holders = [{ party: 'unit', capacity: 'lead', orgId: some.station } as const];
    given()
      .when(
        record({ dutyPointId: some.dutyPoint }),
        {},
        { RecordObservation: { ...place, dutyPoint: { territoryPath: some.cityPath, holders, hasGap: false } } },
      )
      .then(anObservation({ dutyPointId: some.dutyPoint, answerable: holders }));
    given()
      .when(record({ dutyPointId: some.dutyPoint }))
      .thenRefused('NO_SUCH_DUTY_POINT', 'dutyPointId');
  });

  it('of a gap names a duty point that has one', () => {
    const { kind: _, class: __, ...data } = record().data;
    const gap = { type: 'RecordGapFinding', data: { ...data, dutyPointId: some.dutyPoint } } as const;
    const duty = { territoryPath: some.cityPath, holders: [], hasGap: true };
    given()
      .when(gap, {}, { RecordGapFinding: { ...place, dutyPoint: duty } })
      .then(anObservation({ kind: 'gap', class: 'responsibilityGap', dutyPointId: some.dutyPoint }));
    given()
      .when(gap, {}, { RecordGapFinding: { ...place, dutyPoint: { ...duty, hasGap: false } } })
      .thenRefused('NO_OPEN_GAP', 'dutyPointId');
    given()
      .when(record({ kind: 'gap' }))
      .thenRefused('GAP_NEEDS_DUTY_POINT', 'dutyPointId');
  });

  it('can be noted by everybody who may see it, at every stage, and nothing changes by that', () => {
    const note = asked('NoteFinding', aNote);
    for (const past of [[anObservation()], ordered(), checking(), closed()]) {
      given(...past)
        .when(note, as.verifier)
        .then(aNote);
      expect(given(...past, aNote).state()).toEqual(given(...past).state());
    }
    given().when(note).thenRefused('NOT_RECORDED');
  });

  it('is confirmed only with evidence', () => {
    given(anObservation()).when(asked('ConfirmFinding', aConfirmation)).then(aConfirmation);
    given(anObservation({ evidence: [] }))
      .when(asked('ConfirmFinding', aConfirmation))
      .thenRefused('EVIDENCE_REQUIRED');
    given(anObservation(), aConfirmation).when(asked('ConfirmFinding', aConfirmation)).thenRefused('NOT_AT_THIS_STAGE');
  });

  it('SD1: is confirmed by somebody else than recorded it, from severity major up', () => {
    const confirm = asked('ConfirmFinding', aConfirmation);
    for (const severity of ['major', 'critical'] as const) {
      const seen = given(by({ actorId: some.colleague, onBehalfOf: some.leader }, anObservation({ severity })));
      seen.when(confirm, { actorId: some.colleague }).thenRefused('CONFIRMER_IS_THE_RECORDER');
      seen.when(confirm, { actorId: some.leader }).thenRefused('CONFIRMER_IS_THE_RECORDER');
      seen.when(confirm).then(aConfirmation);
    }
    given(anObservation({ severity: 'serious' }))
      .when(confirm)
      .then(aConfirmation);
  });

  it('of a unit about itself is the unit’s to record', () => {
    const self = record({ kind: 'selfCheck', subjectOrgId: some.station });
    const home = { ...place, subject: aBody() };
    expect(finding.owner({ is: 'new' }, { ...self, facts: home })).toEqual({
      territory: some.cityPath,
      orgs: [some.station],
    });
    expect(finding.owner({ is: 'new' }, { ...record(), facts: place })?.orgs).toEqual([]);
    const elsewhere = { ...place, subject: aBody({ territory: `${some.cityPath}elsewhere/` }) };
    expect(finding.owner({ is: 'new' }, { ...self, facts: elsewhere })?.orgs).toEqual([]);
    const holders = [{ party: 'unit', capacity: 'lead', orgId: some.station }] as const;
    const dutyPoint = { territoryPath: some.cityPath, holders, hasGap: false };
    const onDuty = { ...self, facts: { ...elsewhere, dutyPoint } };
    expect(finding.owner({ is: 'new' }, onDuty)?.orgs).toEqual([some.station]);
    const beside = { ...dutyPoint, territoryPath: `${some.cityPath}beside/` };
    expect(finding.owner({ is: 'new' }, { ...self, facts: { ...elsewhere, dutyPoint: beside } })?.orgs).toEqual([]);
    const ofOthers = { ...dutyPoint, holders: [] };
    expect(finding.owner({ is: 'new' }, { ...self, facts: { ...elsewhere, dutyPoint: ofOthers } })?.orgs).toEqual([]);
    expect(
      finding.owner({ is: 'new' }, { ...asked('ConfirmFinding', aConfirmation), facts: undefined }),
    ).toBeUndefined();
  });

  it('R9: is dismissed, or as a finding voided, with a reason, and stays', () => {
    const dismissed = { type: 'ObservationDismissed', data: { reason: 'It was the wrong gate' } } as const;
    const voided = { type: 'FindingVoided', data: { reason: 'Recorded twice' } } as const;
    given(anObservation()).when(asked('DismissObservation', dismissed)).then(dismissed);
    given(anObservation()).when({ type: 'DismissObservation', data: {} }).thenRefused('REASON_REQUIRED', 'reason');
    given(...closed())
      .when(asked('VoidFinding', voided))
      .then(voided);
    given(anObservation(), voided).when(asked('VoidFinding', voided)).thenRefused('NOT_AT_THIS_STAGE');
    given(...ordered(), voided)
      .when(asked('AcknowledgeRectification', anAcknowledgement))
      .thenRefused('NOT_AT_THIS_STAGE');
  });
});

describe('a rectification', () => {
  const order = (more = {}) => asked('OrderRectification', anOrder(more));

  it('is ordered of a confirmed finding, from a known unit, for a time ahead', () => {
    given(anObservation(), aConfirmation).when(order()).then(anOrder());
    given(anObservation()).when(order()).thenRefused('NOT_AT_THIS_STAGE');
    const confirmed = given(anObservation(), aConfirmation);
    confirmed.when(order({ dueAt: at })).thenRefused('DUE_IN_PAST', 'dueAt');
    confirmed.when(order({ acceptorOrgId: some.station })).thenRefused('ACCEPTOR_IS_THE_UNIT', 'acceptorOrgId');
    confirmed.when(order(), {}, { OrderRectification: new Map() }).thenRefused('NO_SUCH_ORGANISATION', 'unitId');
  });

  it('is acknowledged by the unit it was ordered from', () => {
    const acknowledge = asked('AcknowledgeRectification', anAcknowledgement);
    given(...ordered())
      .when(acknowledge, as.unit)
      .then(anAcknowledgement);
    given(...ordered())
      .when(acknowledge)
      .thenRefused('NOT_THE_UNIT');
  });

  describe('has a plan that', () => {
    const acknowledged = given(...ordered(), anAcknowledgement);
    const submit = (...measures: ReturnType<typeof aMeasure>[]) => asked('SubmitPlan', aPlan(...measures));

    it('R1: may not be dated before the finding', () => {
      const early = { type: 'SubmitPlan', data: { ...aPlan().data, dated: before } } as const;
      acknowledged.when(early, as.unit).thenRefused('PLAN_BEFORE_FINDING', 'dated');
      acknowledged
        .when(submit(aMeasure({ dueAt: before })), as.unit)
        .thenRefused('MEASURE_DUE_BEFORE_FINDING', 'measures', '0', 'dueAt');
    });

    it('is dated no later than it is submitted', () => {
      const ahead = { type: 'SubmitPlan', data: { ...aPlan().data, dated: later } } as const;
      acknowledged.when(ahead, as.unit).thenRefused('PLAN_DATED_AHEAD', 'dated');
    });

    it('R2: names one responsible person of the unit and one due time for each measure', () => {
      acknowledged.when(submit(aMeasure(), aMeasure()), as.unit).then(aPlan(aMeasure(), aMeasure()));
      acknowledged
        .when(submit(aMeasure(), aMeasure({ responsible: some.verifier })), as.unit)
        .thenRefused('RESPONSIBLE_NOT_OF_THE_UNIT', 'measures', '1', 'responsible');
      acknowledged
        .when(submit(aMeasure({ dueAt: '2022-04-14T16:00:00.001Z' })), as.unit)
        .thenRefused('MEASURE_DUE_TOO_LATE', 'measures', '0', 'dueAt');
    });

    it('SD1: names a verifying body other than the unit', () => {
      acknowledged
        .when(submit(aMeasure({ verifierOrgId: some.station })), as.unit)
        .thenRefused('VERIFIER_OF_THE_UNIT', 'measures', '0', 'verifierOrgId');
    });

    it('names a verifying body that is there', () => {
      const gone = { SubmitPlan: named([], dissolved) };
      acknowledged.when(submit(), as.unit, gone).thenRefused('NO_SUCH_ORGANISATION', 'measures', '0', 'verifierOrgId');
    });

    it('has a measure', () => {
      acknowledged
        .when({ type: 'SubmitPlan', data: { dated: at, measures: [] } }, as.unit)
        .thenRefused('NO_MEASURES', 'measures');
    });

    it('comes from the unit', () => {
      acknowledged.when(submit()).thenRefused('NOT_THE_UNIT');
    });

    it('is approved by somebody else, or returned and submitted again', () => {
      const submitted = given(...ordered(), anAcknowledgement, by(as.unit, aPlan()));
      const returned = { type: 'PlanReturned', data: { reason: 'Nobody is named for gate 3' } } as const;
      submitted.when(asked('ApprovePlan', anApproval)).then(anApproval);
      submitted.when(asked('ApprovePlan', anApproval), as.unit).thenRefused('OWN_PLAN');
      submitted.when(asked('ReturnPlan', returned)).then(returned);
      given(...ordered(), anAcknowledgement, aPlan(), returned)
        .when(submit(), as.unit)
        .then(aPlan());
    });
  });

  it('is reported complete by the unit, each measure with evidence', () => {
    const report = (...measures: { evidence: ReturnType<typeof aFile>[] }[]) =>
      asked('ReportCompletion', { data: { rootCause: 'Nobody was in charge of supplies', measures } });
    const done = { evidence: [aFile(2)] };
    given(...planned())
      .when(report(done), as.unit)
      .then(aCompletion());
    given(...planned())
      .when(report(done))
      .thenRefused('NOT_THE_UNIT');
    given(...planned())
      .when(report(done, done), as.unit)
      .thenRefused('MEASURE_WITHOUT_EVIDENCE', 'measures');
    given(...planned())
      .when(report({ evidence: [] }), as.unit)
      .thenRefused('MEASURE_WITHOUT_EVIDENCE', 'measures', '0');
    given(...ordered(), anAcknowledgement)
      .when(report(done), as.unit)
      .thenRefused('NOT_AT_THIS_STAGE');
  });

  it('E2E-17, R3: may be an immediate fix, which still goes through verification', () => {
    const fix = {
      type: 'ImmediateFixReported',
      data: { description: 'Bought one', before: [aFile(1)], after: [aFile(2)] },
    } as const satisfies FindingEvent;
    const report = asked('ReportImmediateFix', fix);
    given(...ordered(), anAcknowledgement)
      .when(report, as.unit)
      .then(fix);
    for (const same of [aFile(1), aFile(8, aFile(9).sha256)]) {
      const data = { ...fix.data, before: [aFile(9)], after: [same] };
      const files = { ReportImmediateFix: filesOf(some.station, kept([same], some.station)) };
      given(...ordered(), anAcknowledgement)
        .when(asked('ReportImmediateFix', { data }), as.unit, files)
        .thenRefused('EVIDENCE_FROM_BEFORE', 'after');
    }
    given(...ordered({ severity: 'major' }), anAcknowledgement)
      .when(report, as.unit)
      .thenRefused('TOO_SEVERE_FOR_IMMEDIATE_FIX');
    given(...ordered(), anAcknowledgement)
      .when(asked('ReportImmediateFix', { data: { ...fix.data, after: [] as File[] } }), as.unit)
      .thenRefused('EVIDENCE_REQUIRED', 'after');
    const done = given(...ordered(), anAcknowledgement, by(as.unit, fix));
    done
      .when({ type: 'ApproveCloseOut', data: { conditions: answers() } }, as.acceptor)
      .thenRefused('NOT_AT_THIS_STAGE');
    done.when(asked('AssignVerifier', aVerifierTeam())).then(aVerifierTeam());
  });
});

describe('a verification', () => {
  const assign = (...people: [personId: typeof some.verifier, orgId: typeof some.center][]) => {
    const verifiers = people.map(([personId, orgId]) => ({ personId, orgId }));
    return asked('AssignVerifier', aVerifierTeam({ verifiers }));
  };
  const pass = (more = {}) => asked('PassVerification', aPass(more));
  const fail = (more = {}) => asked('FailVerification', aFailure(more));

  it('SD1: is never for whoever reported, nor for anybody of the unit', () => {
    given(...reported())
      .when(assign([some.stationHead, some.center]))
      .thenRefused('VERIFIER_IS_THE_REPORTER', 'verifiers', '0');
    given(...reported())
      .when(assign([some.verifier, some.center], [some.colleague, some.station]))
      .thenRefused('VERIFIER_OF_THE_UNIT', 'verifiers', '1');
    given(...reported())
      .when(assign([some.colleague, some.center]))
      .thenRefused('VERIFIER_OF_THE_UNIT', 'verifiers', '0');
  });

  it('E2E-17, SD1: a colleague of the reporter who tries it is refused', () => {
    given(...checking())
      .when(pass(), as.colleague)
      .thenRefused('VERIFIER_OF_THE_UNIT');
    given(...checking())
      .when(pass(), { ...as.verifier, actorId: some.stationHead })
      .thenRefused('VERIFIER_IS_THE_REPORTER');
    given(...checking())
      .when(pass(), { ...as.verifier, onBehalfOf: some.stationHead })
      .thenRefused('VERIFIER_IS_THE_REPORTER');
  });

  describe('SD1: is for nobody who is too near to the unit, whenever they were', () => {
    const near = new Map([
      [some.office, aBody({ kind: 'supervisionOffice' })],
      [some.station, aBody({ above: [some.inspectorate, some.office] })],
      [some.inspectorate, aBody({ above: [some.office] })],
      [some.center, aBody({ above: [some.colleagues, some.station] })],
    ] as const);
    const team = (posts: Posts, where = bodies, orgId = some.center) => {
      const facts = { ...named([[some.verifier, posts]], where), ...filesOf(orgId) };
      const verifiers = [{ personId: some.verifier, orgId }];
      const data = aVerifierTeam({ verifiers });
      return {
        named: given(...reported()).when(asked('AssignVerifier', data), {}, { AssignVerifier: facts }),
        acting: given(...reported(), data).when(pass(), { ...as.verifier, orgId }, { PassVerification: facts }),
        failing: given(...reported(), data).when(fail(), { ...as.verifier, orgId }, { FailVerification: facts }),
      };
    };
    const now = [some.center];

    it.each<[string, ReturnType<typeof team>]>([
      ['of the unit today, not when the act is dated', team({ now, since: [some.center, some.station] })],
      ['of a body below the unit', team({ now, since: now }, near)],
      [
        'of the body right above it',
        team({ now: [some.inspectorate], since: [some.inspectorate] }, near, some.inspectorate),
      ],
    ])('SD1: %s', (_, { named: assigned, acting, failing }) => {
      assigned.thenRefused('VERIFIER_OF_THE_UNIT', 'verifiers', '0');
      acting.thenRefused('VERIFIER_OF_THE_UNIT');
      failing.thenRefused('VERIFIER_OF_THE_UNIT');
    });

    it('SD1: leaves out those further up', () => {
      const { acting } = team({ now: [some.office], since: [some.office] }, near, some.office);
      acting.then(aPass());
    });

    it('SD1: counts the other bodies that the reporter has belonged to', () => {
      const posts = new Map([[some.stationHead, { now: [some.station], since: [some.station, some.center] }]]);
      given(...reported())
        .when(assign([some.verifier, some.center]), {}, { AssignVerifier: named([...posts]) })
        .thenRefused('VERIFIER_OF_THE_UNIT', 'verifiers', '0');
    });
  });

  it('is for people who hold a post in the body they verify for', () => {
    given(...reported())
      .when(assign([some.commander, some.center]))
      .thenRefused('VERIFIER_HOLDS_NO_POST', 'verifiers', '0');
    given(...reported())
      .when(assign([some.verifier, some.center]))
      .then(aVerifierTeam());
  });

  it('is for a body that is there', () => {
    const gone = { AssignVerifier: named([], dissolved) };
    given(...reported())
      .when(assign([some.verifier, some.center]), {}, gone)
      .thenRefused('NO_SUCH_ORGANISATION', 'verifiers', '0');
  });

  it('SD1: of a major finding takes two people on site', () => {
    const both = [some.verifier, some.second].map((personId) => ({ personId, orgId: some.center }));
    const team = (more: Parameters<typeof aVerifierTeam>[0]) => asked('AssignVerifier', aVerifierTeam(more));
    const major = given(...reported({ severity: 'major' }));
    major.when(team({ verifiers: both })).thenRefused('MUST_BE_ON_SITE', 'onSite');
    major.when(team({ onSite: true })).thenRefused('TWO_VERIFIERS_NEEDED', 'verifiers');
    major.when(team({ onSite: true, verifiers: both })).then(aVerifierTeam({ onSite: true, verifiers: both }));
    given(...reported({ severity: 'major' }), aVerifierTeam({ onSite: true, verifiers: both }))
      .when(pass(), as.verifier)
      .thenRefused('MUST_BE_ON_SITE', 'method');
  });

  it('is done by an assigned verifier, with evidence', () => {
    given(...checking())
      .when(pass(), as.verifier)
      .then(aPass());
    given(...checking())
      .when(pass(), as.acceptor)
      .thenRefused('NOT_THE_VERIFIER');
    given(...checking())
      .when(pass({ evidence: [] }), as.verifier)
      .thenRefused('EVIDENCE_REQUIRED', 'evidence');
    given(...checking())
      .when(pass({ outcomeClass: 'partly' }), as.verifier)
      .thenRefused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  });

  describe('R11: by several verifiers', () => {
    const both = [some.verifier, some.second].map((personId) => ({ personId, orgId: some.center }));
    const team = (): Past[] => [...reported(), aVerifierTeam({ verifiers: both })];
    const half = (): Past[] => [...team(), by(as.verifier, aResult())];

    it('R11: holds when each of them has recorded that it does', () => {
      given(...team())
        .when(pass(), as.verifier)
        .then(aResult());
      expect(given(...half()).state()).toMatchObject({ is: 'underVerification' });
      given(...half())
        .when(pass(), as.second)
        .then(aPass());
      given(...half())
        .when(pass(), as.verifier)
        .thenRefused('ALREADY_PASSED');
    });

    it('R11: is sent back when any one of them fails it, and all of them look again', () => {
      given(...half())
        .when(fail(), as.second)
        .then(aFailure());
      given(...half(), by(as.second, aFailure()), by(as.unit, aCompletion([aFile(5)])), team().at(-1) ?? aPass())
        .when(pass(), as.second)
        .then(aResult());
    });

    it('is done by each of them for the body that they were named for', () => {
      given(...team())
        .when(pass(), { ...as.second, orgId: some.office })
        .thenRefused('NOT_THE_VERIFIER');
    });
  });

  it('R11: does not take a file for the fix that showed how it was before', () => {
    const sameAsBefore = aFile(7, aFile(1).sha256);
    const files = { PassVerification: { ...named(), ...filesOf(some.center, kept([sameAsBefore], some.center)) } };
    given(...checking())
      .when(pass({ evidence: [sameAsBefore] }), as.verifier, files)
      .thenRefused('EVIDENCE_FROM_BEFORE', 'evidence');
    given(...planned())
      .when(asked('ReportCompletion', aCompletion([aFile(1)])), as.unit)
      .thenRefused('EVIDENCE_FROM_BEFORE', 'measures', '0', 'evidence');
    const sentBack: Past[] = [...checking(), by(as.verifier, aFailure())];
    given(...sentBack)
      .when(asked('ReportCompletion', aCompletion([aFile(6)])), as.unit)
      .thenRefused('EVIDENCE_FROM_BEFORE', 'measures', '0', 'evidence');
    given(...sentBack)
      .when(asked('ReportCompletion', aCompletion([aFile(2)])), as.unit)
      .then(aCompletion([aFile(2)]));
  });

  it('R11: does not take the fix of the order before for the fix of this one', () => {
    const again: Past[] = [...closed(), aRelapse, aReopening, anOrder(), anAcknowledgement];
    for (const old of [1, 2, 3, 4]) {
      given(...again, by(as.unit, aPlan()), anApproval)
        .when(asked('ReportCompletion', aCompletion([aFile(old)])), as.unit)
        .thenRefused('EVIDENCE_FROM_BEFORE', 'measures', '0', 'evidence');
    }
  });

  it('sends back what is not effective', () => {
    given(...checking())
      .when(fail(), as.verifier)
      .then(aFailure());
    given(...checking())
      .when(fail({ outcomeClass: 'effective' }), as.verifier)
      .thenRefused('OUTCOME_DOES_NOT_FAIL', 'outcomeClass');
    expect(given(...checking(), aFailure()).state()).toMatchObject({ is: 'inRectification' });
  });
});

describe('a close-out', () => {
  const approve = (conditions = answers()) => ({ type: 'ApproveCloseOut', data: { conditions } }) as const;

  it('R4: names who verified', () => {
    given(...verified())
      .when(approve(), as.acceptor)
      .then(aCloseOut());
    expect(aCloseOut().data.verifiers).toEqual([{ personId: some.verifier, orgId: some.center }]);
  });

  it('R5: answers each condition that is ticked once, and none that the record answers', () => {
    const [first, ...rest] = answers();
    given(...verified())
      .when(approve(rest), as.acceptor)
      .thenRefused('CONDITION_MISSING', 'conditions');
    given(...verified())
      .when(approve(first ? [first, first, ...rest.slice(1)] : []), as.acceptor)
      .thenRefused('CONDITION_MISSING', 'conditions');
    expect(Object.keys(TICKED_CONDITIONS.words)).not.toContain('measuresDone');
  });

  it('R5: proves each with evidence of this finding that shows it as it is now', () => {
    given(...verified())
      .when(approve(answers([])), as.acceptor)
      .thenRefused('CONDITION_UNPROVEN', 'conditions', '1');
    given(...verified())
      .when(approve(answers([aFile(9).id])), as.acceptor)
      .thenRefused('UNKNOWN_EVIDENCE', 'conditions', '1', 'evidence');
    given(...verified())
      .when(approve(answers([aFile(1).id])), as.acceptor)
      .thenRefused('EVIDENCE_FROM_BEFORE', 'conditions', '1', 'evidence');
    given(...verified())
      .when(approve(answers([aFile(1).id, aFile(3).id])), as.acceptor)
      .then(aCloseOut(answers([aFile(1).id, aFile(3).id])));
  });

  it('R5: is not had by saying of everything that it does not apply', () => {
    const none = answers().map(({ condition }) => ({ condition, evidence: [], notApplicable: 'x' }));
    given(...verified({ severity: 'critical' }))
      .when(approve(none), as.acceptor)
      .thenRefused('CONDITION_APPLIES', 'conditions', '1', 'notApplicable');
  });

  it('R5: leaves a condition out only for the classes that the policy names', () => {
    given(...verified({ class: 'obstruction' }))
      .when(approve(), as.acceptor)
      .thenRefused('CONDITION_APPLIES', 'conditions', '0', 'notApplicable');
    const { mayNotApply } = inForce(closeOutPack, at);
    expect(Object.keys(TICKED_CONDITIONS.words)).toEqual(expect.arrayContaining(Object.keys(mayNotApply)));
    expect(Object.keys(FINDING_CLASSES.words)).toEqual(expect.arrayContaining(Object.values(mayNotApply).flat()));
  });

  it('R5: waits for every measure and every verifier, whatever the log says was verified', () => {
    const both = [some.verifier, some.second].map((personId) => ({ personId, orgId: some.center }));
    given(...reported(), aVerifierTeam({ verifiers: both }), by(as.verifier, aPass()))
      .when(approve(), as.acceptor)
      .thenRefused('VERIFIERS_OUTSTANDING');
    const half: Past[] = [...ordered(), anAcknowledgement, by(as.unit, aPlan(aMeasure(), aMeasure())), anApproval];
    given(...half, by(as.unit, aCompletion()), aVerifierTeam(), by(as.verifier, aPass()))
      .when(approve(), as.acceptor)
      .thenRefused('MEASURES_NOT_DONE');
  });

  const order = (bodies: ReadonlyMap<typeof some.office, Body>, more: Parameters<typeof anOrder>[0] = {}) =>
    given(anObservation(), aConfirmation).when(
      asked('OrderRectification', anOrder(more)),
      {},
      { OrderRectification: bodies },
    );
  const where = (acceptor: Partial<Body>) =>
    new Map([...bodies, [some.office, aBody({ kind: 'supervisionOffice', ...acceptor })]] as const);
  const above = new Map([...bodies, [some.inspectorate, aBody({ kind: 'government', territory: '' })]] as const);

  it('R6: is for a supervision office, a headquarters or a government, of the level that ordered it or above', () => {
    for (const kind of ['supervisionOffice', 'headquarters', 'government'] as const)
      order(where({ kind })).then(anOrder());
    for (const kind of ['enterprise', 'department', 'school'] as const)
      order(where({ kind })).thenRefused('ACCEPTOR_OF_WRONG_KIND', 'acceptorOrgId');
    order(above, { acceptorOrgId: some.inspectorate }).then(anOrder({ acceptorOrgId: some.inspectorate }));
    const below = new Map([
      ...bodies,
      [some.inspectorate, aBody({ kind: 'government', territory: `${some.cityPath}x/` })],
    ]);
    order(below, { acceptorOrgId: some.inspectorate }).thenRefused('ACCEPTOR_BELOW_THE_ORDER', 'acceptorOrgId');
    order(where({ stands: false })).thenRefused('NO_SUCH_ORGANISATION', 'acceptorOrgId');
  });

  it('R6: is for no body below the unit, at whatever depth', () => {
    order(where({ above: [some.center, some.station] })).thenRefused('ACCEPTOR_BELOW_THE_UNIT', 'acceptorOrgId');
  });

  it('R6: is looked at again when the acceptor acts', () => {
    const past: Past[] = verified().with(2, by({ orgId: some.center }, anOrder()));
    for (const [acceptor, code] of [
      [{ kind: 'enterprise' }, 'ACCEPTOR_OF_WRONG_KIND'],
      [{ above: [some.station] }, 'ACCEPTOR_BELOW_THE_UNIT'],
      [{ territory: `${some.cityPath}x/` }, 'ACCEPTOR_BELOW_THE_ORDER'],
    ] as const) {
      const closing = { bodies: where(acceptor), dutyHeld: true };
      given(...past)
        .when(approve(), as.acceptor, { ApproveCloseOut: closing })
        .thenRefused(code);
      given(...past)
        .when({ type: 'RefuseCloseOut', data: { reason: 'No' } }, as.acceptor, { RefuseCloseOut: closing })
        .thenRefused(code);
    }
  });

  it('R6: is for the body named in the order alone', () => {
    given(...verified())
      .when(approve(), { ...as.acceptor, orgId: some.center })
      .thenRefused('NOT_THE_ACCEPTOR');
  });

  it('SD1: is not for whoever recorded, confirmed, ordered, reported or verified it, in whatever round', () => {
    const past: Past[] = [
      by({ actorId: some.recorder }, anObservation()),
      by({ actorId: some.leader }, aConfirmation),
      ...verified().slice(2),
      ...[by(as.acceptor, aCloseOut()), aRelapse, aReopening],
      ...[by({ actorId: some.second }, anOrder()), by(as.colleague, anAcknowledgement), by(as.colleague, aPlan())],
      ...[
        anApproval,
        by(as.colleague, aCompletion([aFile(7)])),
        aVerifierTeam(),
        by(as.verifier, aPass({ evidence: [aFile(8)] })),
      ],
    ];
    const proof = answers([aFile(8).id]);
    const reason = { type: 'RefuseCloseOut', data: { reason: 'No' } } as const;
    for (const [actorId, code] of [
      [some.recorder, 'APPROVER_RECORDED_IT'],
      [some.leader, 'APPROVER_CONFIRMED_IT'],
      [some.inspector, 'APPROVER_ORDERED_IT'],
      [some.second, 'APPROVER_ORDERED_IT'],
      [some.stationHead, 'APPROVER_IS_THE_REPORTER'],
      [some.colleague, 'APPROVER_IS_THE_REPORTER'],
      [some.verifier, 'APPROVER_IS_THE_VERIFIER'],
    ] as const) {
      for (const who of [{ actorId }, { actorId: some.commander, onBehalfOf: actorId }]) {
        given(...past)
          .when(approve(proof), { orgId: some.office, ...who })
          .thenRefused(code);
        given(...past)
          .when(reason, { orgId: some.office, ...who })
          .thenRefused(code);
      }
    }
    given(...past)
      .when(approve(proof), as.acceptor)
      .then(aCloseOut(proof));
  });

  it('SD1: is not for whoever somebody stood in for when they reported', () => {
    given(...planned(), by({ ...as.colleague, onBehalfOf: some.commander }, aCompletion()), aVerifierTeam())
      .when(asked('PassVerification', aPass()), { ...as.verifier, onBehalfOf: some.commander })
      .thenRefused('VERIFIER_IS_THE_REPORTER');
  });

  it.each([
    { kind: 'gap' },
    { kind: 'gap', class: 'inadequateControl' },
    { kind: 'inspection', class: 'responsibilityGap' },
    { kind: 'selfCheck', class: 'responsibilityGap' },
  ] as const)('R10: of a finding about the matrix waits until the duty point has accepted holders: %o', (about) => {
    const gap = { ...about, dutyPointId: some.dutyPoint };
    given(...verified(gap))
      .when(approve(), as.acceptor, { ApproveCloseOut: { bodies, dutyHeld: false } })
      .thenRefused('DUTY_STILL_UNHELD');
    given(...verified(gap))
      .when(approve(), as.acceptor, { ApproveCloseOut: { bodies, dutyHeld: true } })
      .then(aCloseOut());
  });

  it('is refused with a reason, and the work goes on', () => {
    const refusal = { type: 'CloseOutRefused', data: { reason: 'Gate 3 has none' } } as const;
    given(...verified())
      .when(asked('RefuseCloseOut', refusal), as.acceptor)
      .then(refusal);
    given(...verified())
      .when(asked('RefuseCloseOut', refusal), as.verifier)
      .thenRefused('NOT_THE_ACCEPTOR');
    expect(given(...verified(), refusal).state()).toMatchObject({ is: 'inRectification' });
  });

  it('comes after a verification', () => {
    given(...checking())
      .when(approve(), as.acceptor)
      .thenRefused('NOT_AT_THIS_STAGE');
  });
});

describe('a look-back', () => {
  const look = (outcome: 'passed' | 'relapsed', evidence = [aFile(4)]) =>
    ({ type: 'RecordLookBack', data: { outcome, evidence: saying(evidence) } }) as const;

  it('passes, or confirms a relapse, with evidence', () => {
    given(...closed())
      .when(look('passed'))
      .then({ type: 'LookBackPassed', data: { evidence: [aFile(4)] } });
    given(...closed())
      .when(look('relapsed'))
      .then(aRelapse);
    given(...closed())
      .when(look('passed', []))
      .thenRefused('EVIDENCE_REQUIRED', 'evidence');
    given(...verified())
      .when(look('passed'))
      .thenRefused('NOT_AT_THIS_STAGE');
  });

  it('that found a relapse lets the finding be ordered again, from the start', () => {
    given(...closed(), aRelapse)
      .when(asked('ReopenRectification', aReopening))
      .then(aReopening);
    given(...closed())
      .when(asked('ReopenRectification', aReopening))
      .thenRefused('NOT_AT_THIS_STAGE');
    const again = given(...closed(), aRelapse, aReopening);
    again.when(asked('OrderRectification', anOrder({ dueAt: due }))).then(anOrder());
    const state = given(...closed(), aRelapse, aReopening, anOrder()).state();
    expect(state).toMatchObject({ is: 'ordered' });
    expect(state).not.toHaveProperty('verifiers');
  });
});

it('a finding belongs to whoever recorded it, mends it, verifies it and accepts it', () => {
  const state = given(...checking()).state();
  expect(state.is !== 'new' && ownerOf(state.stakes).orgs).toEqual([some.office, some.station, some.center]);
});
