import type { Decider, Owner } from '#kernel';
import { close } from './finding.close.js';
import { findingEvents, type FindingEvent } from './finding.events.js';
import { evolveFinding } from './finding.evolve.js';
import { observe } from './finding.observe.js';
import { rectify } from './finding.rectify.js';
import { findingRefusals, type FindingRefusal } from './finding.refusals.js';
import type { FindingCommand, FindingFacts } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { FindingState } from './finding.state.js';
import { verify } from './finding.verify.js';

export type { FindingCommand } from './finding.rules.js';

/** A unit may record what it sees of itself; everybody else what lies in their place. */
const ownerFor = (state: FindingState, command: FindingCommand, facts: FindingFacts): Owner | undefined => {
  if (state.is !== 'new') return ownerOf(state.stakes);
  if (command.type !== 'RecordObservation' && command.type !== 'RecordGapFinding') return undefined;
  if (facts.territoryPath === undefined) return undefined;
  const { subjectOrgId } = command.data;
  return { territory: facts.territoryPath, orgs: subjectOrgId ? [subjectOrgId] : [] };
};

/** The rules of a finding: a shortcoming, from the first look to the last look back. */
export const finding: Decider<FindingState, FindingCommand, FindingEvent, FindingRefusal, FindingFacts> = {
  kind: 'finding',
  events: findingEvents,
  refusals: findingRefusals,
  who: {
    RecordObservation: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander', 'unit', 'unit-head'],
    RecordGapFinding: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander'],
    ConfirmFinding: ['lead'],
    DismissObservation: ['lead'],
    VoidFinding: ['supervision-head'],
    OrderRectification: ['supervision', 'lead'],
    AcknowledgeRectification: ['unit', 'unit-head'],
    SubmitPlan: ['unit-head'],
    ApprovePlan: ['supervision'],
    ReturnPlan: ['supervision'],
    ReportImmediateFix: ['unit', 'unit-head'],
    ReportCompletion: ['unit-head'],
    AssignVerifier: ['supervision-head'],
    PassVerification: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'unit', 'unit-head'],
    FailVerification: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'unit', 'unit-head'],
    ApproveCloseOut: ['supervision', 'supervision-head', 'hq', 'commander', 'unit-head'],
    RefuseCloseOut: ['supervision', 'supervision-head', 'hq', 'commander', 'unit-head'],
    RecordLookBack: ['inspector', 'lead'],
    ReopenRectification: ['supervision-head'],
  },
  owner: ownerFor,
  initial: { is: 'new' },
  decide: { ...observe, ...rectify, ...verify, ...close },
  evolve: evolveFinding,
};
