import { idOf, type DataOf, type Id, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { FindingEvent } from './finding.events.js';
import { everyTicked } from './finding.words.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Invented things that specs of findings speak about. */
export const some = {
  finding: idOf('finding', uuid(1)),
  city: idOf('territory', uuid(2)),
  cityPath: `${uuid(2)}/`,
  office: idOf('organisation', uuid(3)),
  station: idOf('organisation', uuid(4)),
  center: idOf('organisation', uuid(5)),
  inspector: idOf('person', uuid(6)),
  stationHead: idOf('person', uuid(7)),
  colleague: idOf('person', uuid(8)),
  verifier: idOf('person', uuid(9)),
  second: idOf('person', uuid(10)),
  commander: idOf('person', uuid(11)),
  inspectorate: idOf('organisation', uuid(13)),
  colleagues: idOf('organisation', uuid(14)),
  recorder: idOf('person', uuid(15)),
  leader: idOf('person', uuid(16)),
  dutyPoint: idOf('dutyPoint', uuid(12)),
  another: idOf('finding', uuid(17)),
} as const;

export const at = '2022-03-31T09:00:00.000Z';
export const before = '2022-03-31T08:59:59.999Z';
export const later = '2022-04-01T09:00:00.000Z';
export const due = '2022-04-14T16:00:00.000Z';

/** The inspector acts unless a specification says otherwise. */
export const occasion: Occasion = {
  actorId: some.inspector,
  orgId: some.office,
  occurredAt: at,
  commandId: uuid(20),
  correlationId: uuid(20),
  source: 'web',
};

/** The capacities in which everybody else acts. */
export const as = {
  unit: { actorId: some.stationHead, orgId: some.station },
  colleague: { actorId: some.colleague, orgId: some.station },
  verifier: { actorId: some.verifier, orgId: some.center },
  second: { actorId: some.second, orgId: some.center },
  acceptor: { actorId: some.commander, orgId: some.office },
} as const;

type Data<T> = DataOf<FindingEvent, T>;
interface Event<T> {
  type: T;
  data: Data<T>;
}

export const aFile = (n = 1, sha256 = String(n % 10).repeat(64)) => ({
  id: idOf('evidence', uuid(100 + n)),
  sha256,
  bytes: 2048,
  mediaType: 'image/jpeg',
  receivedAt: at,
});

export const anObservation = (more: Partial<Data<'ObservationRecorded'>> = {}): Event<'ObservationRecorded'> => ({
  type: 'ObservationRecorded',
  data: {
    kind: 'inspection',
    class: 'inadequateControl',
    severity: 'minor',
    description: 'No thermometer at gate 2',
    place: 'Gate 2',
    territoryId: some.city,
    territoryPath: some.cityPath,
    answerable: [],
    evidence: [aFile(1)],
    ...more,
  },
});

export const aNote: Event<'FindingNoted'> = {
  type: 'FindingNoted',
  data: { text: 'The gate was closed at noon' },
};

export const aConfirmation: Event<'FindingConfirmed'> = { type: 'FindingConfirmed', data: {} };

export const anOrder = (more: Partial<Data<'RectificationOrdered'>> = {}): Event<'RectificationOrdered'> => ({
  type: 'RectificationOrdered',
  data: { unitId: some.station, dueAt: due, standard: 'Everybody is measured', acceptorOrgId: some.office, ...more },
});

export const anAcknowledgement: Event<'RectificationAcknowledged'> = { type: 'RectificationAcknowledged', data: {} };

export const aMeasure = (more: Partial<Data<'PlanSubmitted'>['measures'][number]> = {}) => ({
  cause: 'Nobody ordered thermometers',
  measure: 'Order and install them',
  responsible: some.stationHead,
  dueAt: later,
  standard: 'One at each gate',
  verifierOrgId: some.center,
  ...more,
});

export const aPlan = (...measures: ReturnType<typeof aMeasure>[]): Event<'PlanSubmitted'> => ({
  type: 'PlanSubmitted',
  data: { dated: at, measures: measures.length > 0 ? measures : [aMeasure()] },
});

export const anApproval: Event<'PlanApproved'> = { type: 'PlanApproved', data: {} };

export const aCompletion = (evidence = [aFile(2)]): Event<'CompletionReported'> => ({
  type: 'CompletionReported',
  data: { rootCause: 'Nobody was in charge of supplies', measures: [{ evidence }] },
});

export const aVerifierTeam = (more: Partial<Data<'VerifierAssigned'>> = {}): Event<'VerifierAssigned'> => ({
  type: 'VerifierAssigned',
  data: { verifiers: [{ personId: some.verifier, orgId: some.center }], onSite: false, ...more },
});

const aVerification: Data<'VerificationPassed'> = {
  method: 'remote',
  place: 'Gate 2',
  outcomeClass: 'effective',
  evidence: [aFile(3)],
};

export const aPass = (more: Partial<Data<'VerificationPassed'>> = {}): Event<'VerificationPassed'> => ({
  type: 'VerificationPassed',
  data: { ...aVerification, ...more },
});

export const aResult = (more: Partial<Data<'VerifierPassed'>> = {}): Event<'VerifierPassed'> => ({
  type: 'VerifierPassed',
  data: { ...aVerification, ...more },
});

export const aFailure = (more: Partial<Data<'VerificationFailed'>> = {}): Event<'VerificationFailed'> => ({
  type: 'VerificationFailed',
  data: { ...aVerification, outcomeClass: 'cosmetic', evidence: [aFile(6)], ...more },
});

type Answer = CommandData<'ApproveCloseOut'>['conditions'][number];

/** All conditions that are ticked: proven by this evidence, or not applicable where that may be. */
export const answers = (proof: readonly Id<'evidence'>[] = [aFile(3).id]): Answer[] =>
  everyTicked.map((condition) =>
    condition === 'conductHandled'
      ? { condition, evidence: [], notApplicable: 'A single thermometer' }
      : { condition, evidence: [...proof] },
  );

export const aCloseOut = (conditions = answers()): Event<'CloseOutApproved'> => ({
  type: 'CloseOutApproved',
  data: {
    conditions,
    computed: ['measuresDone', 'verifiersHeard', 'propagationFinished', 'noOpenChild', 'noticeOver'],
    verifiers: aVerifierTeam().data.verifiers,
  },
});

export const aRelapse: Event<'RelapseConfirmed'> = { type: 'RelapseConfirmed', data: { evidence: [aFile(4)] } };

export const aReopening: Event<'RectificationReopened'> = {
  type: 'RectificationReopened',
  data: { reason: 'The thermometer is gone again' },
};

const reason = 'The papers say otherwise';

export const aVoiding: Event<'FindingVoided'> = { type: 'FindingVoided', data: { reason } };
