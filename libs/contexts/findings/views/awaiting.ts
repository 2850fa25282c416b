import { hasOneOf, type Actor } from '#access';
import { doersOf, type Role } from '#kernel';
import type { Way, Where as Narrowed } from '#platform/views';
import { findingCommands } from '../finding.commands.js';
import { askedBy, nextSteps, type FindingPart, type FindingStep } from '../finding.course.js';
import { everyPart, type Part } from '../finding.parts.js';
import { everyStage, type Stage } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';

type Where = Narrowed<FindingCard>;

/** Which findings somebody plays a part in; offices play theirs in everything that they may see. */
const PLAYED_IN: { readonly [P in FindingPart]: (viewer: Actor) => Where } = {
  inspector: () => ({}),
  lead: () => ({}),
  supervision: () => ({}),
  head: () => ({}),
  unitHead: ({ orgId }) => ({ unitId: orgId }),
  verifier: ({ actorId }) => ({ toVerify: actorId }),
  acceptor: ({ orgId }) => ({ acceptorOrgId: orgId }),
};

/** Whether a step is a way forward that somebody waits for; whatever else may be asked for, nobody does. */
const AWAITED: { readonly [T in FindingStep]: boolean } = {
  ConfirmFinding: true,
  OrderRectification: true,
  AcknowledgeRectification: true,
  SubmitPlan: true,
  ApprovePlan: true,
  ReportCompletion: true,
  AssignVerifier: true,
  PassVerification: true,
  ApproveCloseOut: true,
  ReopenRectification: true,
  // The other answer to what one of those asks.
  ...{ DismissObservation: false, ReturnPlan: false, FailVerification: false, RefuseCloseOut: false },
  ReportImmediateFix: false,
  // What begins a finding, adds to it, or puts it right.
  ...{ RecordObservation: false, RecordGapFinding: false, NoteFinding: false, AddEvidence: false },
  ...{ VoidFinding: false, ChangeSeverity: false, CorrectObservation: false, CorrectBeforeConfirming: false },
  ...{ CorrectFinding: false, RedirectOrder: false, WithdrawOrder: false, ReplaceAcceptor: false },
  ...{ ReplaceVerifier: false, RevisePlan: false, MergeFinding: false },
  // Nobody says yet which close-outs are looked back at.
  RecordLookBack: false,
};

/** A part of whoever looks, or of whom they stand in for (SD6). */
const had = (part: Part) => (viewer: Actor) => doersOf(viewer).map((doer) => `${part} ${doer}`);

/** SD1: what of a finding keeps somebody from a step, although it is theirs by role and by stake. */
const BARRED: { readonly [T in FindingStep]?: (viewer: Actor) => readonly Where[] } = {
  ConfirmFinding: (viewer) => [{ severity: ['major', 'critical'], parts: had('recorded')(viewer) }],
  PassVerification: (viewer) => [{ parts: had('reported')(viewer) }],
  ApproveCloseOut: (viewer) => [
    { parts: everyPart.flatMap((part) => had(part)(viewer)) },
    { verifierIds: doersOf(viewer) },
  ],
};

const mayAsk = (viewer: Actor, step: FindingStep): boolean => {
  const who: readonly Role[] = findingCommands.declared[step].who;
  return hasOneOf(viewer, who);
};

const stepsAt = (stage: Stage, viewer: Actor): readonly FindingStep[] =>
  nextSteps[stage].filter((step) => AWAITED[step] && mayAsk(viewer, step));

/** The ways in which a finding can wait for an act of somebody: at a stage whose next step is theirs, and open to them in person. */
export const waysToAwait = (viewer: Actor): readonly Way<FindingCard>[] =>
  everyStage.flatMap((status) =>
    stepsAt(status, viewer).map((step) => {
      const unless = BARRED[step]?.(viewer);
      return { where: { status, ...PLAYED_IN[askedBy[step]](viewer) }, ...(unless && { unless }) };
    }),
  );
