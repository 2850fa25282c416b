import type { Actor } from '#access';
import type { Role } from '#kernel';
import type { Where } from '#platform/views';
import { findingCommands } from '../finding.commands.js';
import { askedBy, nextSteps, type FindingPart, type FindingStep } from '../finding.course.js';
import { everyStage, type Stage } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';

type Way = Where<FindingCard>;

/** Which findings somebody plays a part in; offices play theirs in everything that they may see. */
const PLAYED_IN: { readonly [P in FindingPart]: (viewer: Actor) => Way } = {
  inspector: () => ({}),
  lead: () => ({}),
  supervision: () => ({}),
  head: () => ({}),
  unitHead: ({ orgId }) => ({ unitId: orgId }),
  verifier: ({ actorId }) => ({ toVerify: actorId }),
  acceptor: ({ orgId }) => ({ acceptorOrgId: orgId }),
};

/** The ways forward; whatever else may be asked for, nobody waits for it. */
const AWAITED: readonly FindingStep[] = [
  ...(['ConfirmFinding', 'OrderRectification', 'AcknowledgeRectification', 'SubmitPlan'] as const),
  ...(['ApprovePlan', 'ReportCompletion', 'AssignVerifier', 'PassVerification', 'ApproveCloseOut'] as const),
  'ReopenRectification',
];

const mayAsk = ({ roles }: Actor, step: FindingStep): boolean => {
  const who: readonly Role[] = findingCommands.declared[step].who;
  return roles.some((role) => who.includes(role));
};

const partsAt = (stage: Stage, viewer: Actor): readonly FindingPart[] => {
  const steps = nextSteps[stage].filter((step) => AWAITED.includes(step) && mayAsk(viewer, step));
  return [...new Set(steps.map((step) => askedBy[step]))];
};

/** The ways in which a finding can wait for an act of somebody: at a stage whose next step is theirs by role and by stake. */
export const waysToAwait = (viewer: Actor): readonly Way[] =>
  everyStage.flatMap((status) => partsAt(status, viewer).map((part) => ({ status, ...PLAYED_IN[part](viewer) })));
