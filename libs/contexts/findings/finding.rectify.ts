import { happened, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { orderRectification } from './finding.order.js';
import { wrongPlan } from './finding.plan.js';
import { answering, contradicts, reasoned, showsBefore, type Rule, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';

const submit: Rule<'SubmitPlan'> = (asked, state, on, named) =>
  wrongPlan(asked, state, on, named) ?? happened({ type: 'PlanSubmitted', data: asked });

const fix = (asked: CommandData<'ReportImmediateFix'>, state: Finding): Verdict => {
  if (asked.before.length === 0) return refused('EVIDENCE_REQUIRED', 'before');
  if (asked.after.length === 0) return refused('EVIDENCE_REQUIRED', 'after');
  if (contradicts(state.evidence, asked.before)) return refused('EVIDENCE_DIFFERS', 'before');
  if (contradicts([...state.evidence, ...asked.before], asked.after)) return refused('EVIDENCE_DIFFERS', 'after');
  const before = [...state.digestsBefore, ...asked.before.map(({ sha256 }) => sha256)];
  return showsBefore(before, asked.after)
    ? refused('EVIDENCE_FROM_BEFORE', 'after')
    : happened({ type: 'ImmediateFixReported', data: asked });
};

const complete = (asked: CommandData<'ReportCompletion'>, state: Finding): Verdict => {
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
  OrderRectification: answering('OrderRectification', orderRectification),
  AcknowledgeRectification: answering('AcknowledgeRectification', () =>
    happened({ type: 'RectificationAcknowledged', data: {} }),
  ),
  SubmitPlan: answering('SubmitPlan', submit),
  ApprovePlan: answering('ApprovePlan', () => happened({ type: 'PlanApproved', data: {} })),
  ReturnPlan: answering('ReturnPlan', (asked) => reasoned(asked, (data) => happened({ type: 'PlanReturned', data }))),
  ReportImmediateFix: answering('ReportImmediateFix', fix),
  ReportCompletion: answering('ReportCompletion', complete),
};
