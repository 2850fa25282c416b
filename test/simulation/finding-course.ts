import type { Id } from '#kernel';
import { CONDITIONS, type Condition, type FindingCommand } from '#contexts/findings';
import type { Chance } from './chance.js';
import { COUNTY, ORGS, PEOPLE, type Who } from './town.js';

const everyCondition = Object.keys(CONDITIONS) as Condition[];

/** Whoever may ask for each command about a finding, as a rule. */
export const BY: Readonly<Record<FindingCommand['type'], Who>> = {
  RecordObservation: 'inspector',
  RecordGapFinding: 'inspector',
  ConfirmFinding: 'inspector',
  DismissObservation: 'inspector',
  VoidFinding: 'head',
  OrderRectification: 'inspector',
  AcknowledgeRectification: 'unitHead',
  SubmitPlan: 'unitHead',
  ApprovePlan: 'inspector',
  ReturnPlan: 'inspector',
  ReportImmediateFix: 'unitHead',
  ReportCompletion: 'unitHead',
  AssignVerifier: 'head',
  PassVerification: 'verifier',
  FailVerification: 'verifier',
  ApproveCloseOut: 'head',
  RefuseCloseOut: 'head',
  RecordLookBack: 'inspector',
  ReopenRectification: 'head',
};

/** What may come next at each stage, the way forward first. */
export const NEXT: Readonly<Record<string, readonly FindingCommand['type'][]>> = {
  observed: ['ConfirmFinding', 'DismissObservation'],
  confirmed: ['OrderRectification', 'VoidFinding'],
  ordered: ['AcknowledgeRectification'],
  acknowledged: ['SubmitPlan', 'ReportImmediateFix'],
  planSubmitted: ['ApprovePlan', 'ReturnPlan'],
  planReturned: ['SubmitPlan'],
  inRectification: ['ReportCompletion'],
  completionReported: ['AssignVerifier'],
  underVerification: ['PassVerification', 'FailVerification'],
  verified: ['ApproveCloseOut', 'RefuseCloseOut'],
  closedOut: ['RecordLookBack'],
  relapsed: ['ReopenRectification'],
  reopened: ['OrderRectification'],
};

interface Circumstances {
  /** The evidence of the finding so far. */
  readonly known: readonly Id[];
  readonly dutyPointId: Id<'dutyPoint'>;
  readonly now: Date;
}

/** What somebody says with a command about a finding, as a rule. */
export const said = (
  type: FindingCommand['type'],
  { known, dutyPointId, now }: Circumstances,
  chance: Chance,
): object => {
  const later = new Date(now.getTime() + 864e5).toISOString();
  const observation = {
    class: 'inadequateControl',
    severity: chance.pick(['minor', 'serious', 'major']),
    description: 'No thermometer at the gate',
    place: 'Gate',
    territoryId: COUNTY,
    subjectOrgId: ORGS.station,
    evidence: [photo(chance)],
  };
  const verification = { method: 'onSite', place: 'Gate', evidence: [photo(chance)] };
  const measure = {
    cause: 'Nobody ordered one',
    measure: 'Order one',
    responsible: PEOPLE.unitHead.id,
    dueAt: now.toISOString(),
    standard: 'One at the gate',
    verifierOrgId: ORGS.centre,
  };
  const data: Partial<Record<FindingCommand['type'], object>> = {
    RecordObservation: { ...observation, kind: 'inspection' },
    RecordGapFinding: { ...observation, dutyPointId },
    OrderRectification: { unitId: ORGS.station, dueAt: later, standard: 'It works', acceptorOrgId: ORGS.office },
    SubmitPlan: { dated: now.toISOString(), measures: [measure] },
    ReportImmediateFix: { description: 'Done', before: [photo(chance)], after: [photo(chance)] },
    ReportCompletion: { rootCause: 'No list', measures: [{ evidence: [photo(chance)] }] },
    AssignVerifier: { verifiers: [{ personId: PEOPLE.verifier.id, orgId: ORGS.centre }], onSite: true },
    PassVerification: { ...verification, outcomeClass: 'effective' },
    FailVerification: { ...verification, outcomeClass: 'cosmetic' },
    ApproveCloseOut: {
      conditions: everyCondition.map((condition) => ({ condition, evidence: known.slice(0, 1) })),
    },
    RecordLookBack: { outcome: chance.pick(['passed', 'relapsed']), evidence: [photo(chance)] },
  };
  return data[type] ?? { reason: 'Because' };
};

const photo = (chance: Chance) => {
  const sha256 = chance.uuid().replaceAll('-', '').repeat(2);
  return { id: `evidence-${chance.uuid()}` as const, sha256, bytes: 1, mediaType: 'image/jpeg' };
};
