import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { FindingData } from './finding.events.js';
import type { Files } from './finding.named.js';
import { takenFiles, taking } from './finding.files.js';
import { orderRectification } from './finding.order.js';
import { wrongPlan } from './finding.plan.js';
import { answering, reasoned, showsBefore, type Refused, type Rule } from './finding.rules.js';
import type { Finding } from './finding.state.js';

const submit: Rule<'SubmitPlan'> = (asked, state, on, named) =>
  wrongPlan(asked, state, on, named) ?? happened({ type: 'PlanSubmitted', data: asked });

const fix: Rule<'ReportImmediateFix'> = (asked, state, on, files) => {
  if (asked.before.length === 0) return refused('EVIDENCE_REQUIRED', 'before');
  if (asked.after.length === 0) return refused('EVIDENCE_REQUIRED', 'after');
  const about = { had: state.evidence, on };
  const before = takenFiles(asked.before, files, about, 'before');
  if ('refused' in before) return before;
  const after = takenFiles(asked.after, files, about, 'after');
  if ('refused' in after) return after;
  const digests = [...state.digestsBefore, ...before.map(({ sha256 }) => sha256)];
  if (showsBefore(digests, after)) return refused('EVIDENCE_FROM_BEFORE', 'after');
  const data = { ...asked, before, after };
  return taking(state, [...before, ...after], happened({ type: 'ImmediateFixReported', data }));
};

/** What shows that each measure is done; or the first that shows nothing of it. */
const shown = (
  { measures }: CommandData<'ReportCompletion'>,
  state: Finding,
  on: Occasion,
  files: Files,
): Refused | FindingData<'CompletionReported'>['measures'] => {
  const done: FindingData<'CompletionReported'>['measures'] = [];
  for (const [index, { evidence }] of measures.entries()) {
    const path = ['measures', String(index), 'evidence'];
    const taken = takenFiles(evidence, files, { had: state.evidence, on }, ...path);
    if ('refused' in taken) return taken;
    if (showsBefore(state.digestsBefore, taken)) return refused('EVIDENCE_FROM_BEFORE', ...path);
    done.push({ evidence: taken });
  }
  return done;
};

const complete: Rule<'ReportCompletion'> = (asked, state, on, files) => {
  const bare = asked.measures.findIndex(({ evidence }) => evidence.length === 0);
  if (bare >= 0) return refused('MEASURE_WITHOUT_EVIDENCE', 'measures', String(bare));
  if (asked.measures.length !== state.measures) return refused('MEASURE_WITHOUT_EVIDENCE', 'measures');
  const measures = shown(asked, state, on, files);
  if ('refused' in measures) return measures;
  const taken = measures.flatMap(({ evidence }) => evidence);
  return taking(state, taken, happened({ type: 'CompletionReported', data: { ...asked, measures } }));
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
