import { happened, refused, type Id, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { unfitAcceptor } from './finding.acceptor.js';
import { isTooNear, stands, type Bodies } from './finding.bodies.js';
import { postsOf, type Named } from './finding.people.js';
import { actsAs, contradicts, isGrave, reasoned, showsBefore, whileAt, type Verdict } from './finding.rules.js';
import type { Finding, Measure } from './finding.state.js';

const isTheUnit = ({ stakes: { unit } }: Finding, { orgId }: Occasion) => unit !== undefined && orgId === unit;

interface Order {
  readonly unit: Id<'organisation'>;
  readonly dueAt: string;
}

const orderOf = ({ stakes: { unit }, dueAt }: Finding): Order | undefined =>
  unit === undefined || dueAt === undefined ? undefined : { unit, dueAt };

const orderRectification = (
  asked: CommandData<'OrderRectification'>,
  { stakes }: Finding,
  on: Occasion,
  bodies: Bodies,
): Verdict => {
  const { unitId, acceptorOrgId, dueAt } = asked;
  if (!stands(bodies, unitId)) return refused('NO_SUCH_ORGANISATION', 'unitId');
  const order = { unit: unitId, acceptor: acceptorOrgId, orderedFor: on.orgId, territory: stakes.territory };
  const unfit = unfitAcceptor(order, bodies, on);
  if (unfit) return refused(unfit, 'acceptorOrgId');
  if (dueAt <= on.occurredAt) return refused('DUE_IN_PAST', 'dueAt');
  return happened({ type: 'RectificationOrdered', data: asked });
};

/** The first fault of one measure of a plan (R1, R2, SD1). */
const wrongMeasure = (measure: Measure, order: Order, found: Finding, named: Named) => {
  const { responsible, dueAt, verifierOrgId } = measure;
  if (dueAt < found.occurredAt) return { code: 'MEASURE_DUE_BEFORE_FINDING', field: 'dueAt' } as const;
  if (dueAt > order.dueAt) return { code: 'MEASURE_DUE_TOO_LATE', field: 'dueAt' } as const;
  if (isTooNear(named.bodies, verifierOrgId, order.unit))
    return { code: 'VERIFIER_OF_THE_UNIT', field: 'verifierOrgId' } as const;
  if (!stands(named.bodies, verifierOrgId)) return { code: 'NO_SUCH_ORGANISATION', field: 'verifierOrgId' } as const;
  const isOfTheUnit = postsOf(named, responsible).now.includes(order.unit);
  return isOfTheUnit ? undefined : ({ code: 'RESPONSIBLE_NOT_OF_THE_UNIT', field: 'responsible' } as const);
};

const plan = (asked: CommandData<'SubmitPlan'>, state: Finding, on: Occasion, named: Named): Verdict => {
  const order = orderOf(state);
  if (!order || order.unit !== on.orgId) return refused('NOT_THE_UNIT');
  if (asked.dated < state.occurredAt) return refused('PLAN_BEFORE_FINDING', 'dated');
  if (asked.dated > on.occurredAt) return refused('PLAN_DATED_AHEAD', 'dated');
  if (asked.measures.length === 0) return refused('NO_MEASURES', 'measures');
  for (const [index, measure] of asked.measures.entries()) {
    const wrong = wrongMeasure(measure, order, state, named);
    if (wrong) return refused(wrong.code, 'measures', String(index), wrong.field);
  }
  return happened({ type: 'PlanSubmitted', data: asked });
};

const fix = (asked: CommandData<'ReportImmediateFix'>, state: Finding, on: Occasion): Verdict => {
  if (!isTheUnit(state, on)) return refused('NOT_THE_UNIT');
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
  SubmitPlan: whileAt('SubmitPlan', plan),
  ApprovePlan: whileAt('ApprovePlan', (_, { planner }, on) =>
    actsAs(on, planner?.personId) ? refused('OWN_PLAN') : happened({ type: 'PlanApproved', data: {} }),
  ),
  ReturnPlan: whileAt('ReturnPlan', (asked) => reasoned(asked, (data) => happened({ type: 'PlanReturned', data }))),
  ReportImmediateFix: whileAt('ReportImmediateFix', fix),
  ReportCompletion: whileAt('ReportCompletion', complete),
};
