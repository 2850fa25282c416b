import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { orderRectification } from './finding.order.js';
import { wrongPlan } from './finding.plan.js';
import {
  actsAs,
  contradicts,
  isGrave,
  reasoned,
  showsBefore,
  whileAt,
  type Rule,
  type Verdict,
} from './finding.rules.js';
import type { Finding } from './finding.state.js';

const isTheUnit = ({ stakes: { unit } }: Finding, { orgId }: Occasion) => unit !== undefined && orgId === unit;

/** Before there is an order, whoever it is about may mend it, once they may see it (F10). */
const mayMend = ({ stakes: { unit, subject, subjectSees } }: Finding, { orgId }: Occasion): boolean =>
  orgId !== undefined && orgId === (unit ?? (subjectSees && subject));

const submit: Rule<'SubmitPlan'> = (asked, state, on, named) =>
  wrongPlan(asked, state, on, named) ?? happened({ type: 'PlanSubmitted', data: asked });

const fix = (asked: CommandData<'ReportImmediateFix'>, state: Finding, on: Occasion): Verdict => {
  if (!mayMend(state, on)) return refused('NOT_THE_UNIT');
  if (isGrave(state.observation.severity)) return refused('TOO_SEVERE_FOR_IMMEDIATE_FIX');
  if (asked.before.length === 0) return refused('EVIDENCE_REQUIRED', 'before');
  if (asked.after.length === 0) return refused('EVIDENCE_REQUIRED', 'after');
  if (contradicts(state.evidence, [...asked.before, ...asked.after])) return refused('EVIDENCE_DIFFERS');
  const before = [...state.digestsBefore, ...asked.before.map(({ sha256 }) => sha256)];
  return showsBefore(before, asked.after)
    ? refused('EVIDENCE_FROM_BEFORE', 'after')
    : happened({ type: 'ImmediateFixReported', data: asked });
};

const complete = (asked: CommandData<'ReportCompletion'>, state: Finding, on: Occasion): Verdict => {
  if (!isTheUnit(state, on)) return refused('NOT_THE_UNIT');
  const bare = asked.measures.findIndex(({ evidence }) => evidence.length === 0);
  if (bare >= 0) return refused('MEASURE_WITHOUT_EVIDENCE', 'measures', String(bare));
  if (asked.measures.length !== state.measures) return refused('MEASURE_WITHOUT_EVIDENCE', 'measures');
  const files = asked.measures.flatMap(({ evidence }) => evidence);
  if (contradicts(state.evidence, files)) return refused('EVIDENCE_DIFFERS', 'measures');
  const old = asked.measures.findIndex(({ evidence }) => showsBefore(state.digestsBefore, evidence));
  return old >= 0
    ? refused('EVIDENCE_FROM_BEFORE', 'measures', String(old), 'evidence')
    : happened({ type: 'CompletionReported', data: asked });
};

/** The rules from the order to the unit's word that it is done. */
export const rectify = {
  OrderRectification: whileAt('OrderRectification', orderRectification),
  AcknowledgeRectification: whileAt('AcknowledgeRectification', (_, state, on) =>
    isTheUnit(state, on) ? happened({ type: 'RectificationAcknowledged', data: {} }) : refused('NOT_THE_UNIT'),
  ),
  SubmitPlan: whileAt('SubmitPlan', submit),
  ApprovePlan: whileAt('ApprovePlan', (_, { planner }, on) =>
    actsAs(on, planner?.personId) ? refused('OWN_PLAN') : happened({ type: 'PlanApproved', data: {} }),
  ),
  ReturnPlan: whileAt('ReturnPlan', (asked) => reasoned(asked, (data) => happened({ type: 'PlanReturned', data }))),
  ReportImmediateFix: whileAt('ReportImmediateFix', fix),
  ReportCompletion: whileAt('ReportCompletion', complete),
};
