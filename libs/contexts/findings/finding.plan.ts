import { canTake } from '#contexts/grants';
import { refused, type Id, type Occasion } from '#kernel';
import { isTooNear, stands } from './finding.bodies.js';
import { findingCommands, type CommandData } from './finding.commands.js';
import { postsOf, type Named } from './finding.people.js';
import type { Refused } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { Finding, Measure } from './finding.state.js';

interface Order {
  readonly unit: Id<'organisation'>;
  readonly dueAt: string;
}

const orderOf = ({ stakes: { unit }, dueAt }: Finding): Order | undefined =>
  unit === undefined || dueAt === undefined ? undefined : { unit, dueAt };

/** The first fault of one measure of a plan (R1, R2, SD1). */
const wrongMeasure = (measure: Measure, order: Order, found: Finding, named: Named) => {
  const { responsible, dueAt, verifierOrgId } = measure;
  if (dueAt < found.occurredAt) return { code: 'MEASURE_DUE_BEFORE_FINDING', field: 'dueAt' } as const;
  if (dueAt > order.dueAt) return { code: 'MEASURE_DUE_TOO_LATE', field: 'dueAt' } as const;
  if (isTooNear(named.bodies, verifierOrgId, order.unit))
    return { code: 'VERIFIER_OF_THE_UNIT', field: 'verifierOrgId' } as const;
  if (!stands(named.bodies, verifierOrgId)) return { code: 'NO_SUCH_ORGANISATION', field: 'verifierOrgId' } as const;
  const isOfTheUnit = postsOf(named, responsible).now.includes(order.unit);
  if (!isOfTheUnit) return { code: 'RESPONSIBLE_NOT_OF_THE_UNIT', field: 'responsible' } as const;
  // F7: who sees to a measure is one of those who report for the unit.
  const step = { who: findingCommands.declared.ReportImmediateFix.who, owner: ownerOf(found.stakes) };
  return canTake(named.means, { personId: responsible, orgId: order.unit }, step)
    ? undefined
    : ({ code: 'RESPONSIBLE_MAY_NOT', field: 'responsible' } as const);
};

/** The first fault of a plan, of the first version as of any later one. */
export const wrongPlan = (
  asked: CommandData<'SubmitPlan'>,
  state: Finding,
  on: Occasion,
  named: Named,
): Refused | undefined => {
  const order = orderOf(state);
  if (!order) return refused('NOT_THE_UNIT');
  if (asked.dated < state.occurredAt) return refused('PLAN_BEFORE_FINDING', 'dated');
  if (asked.dated > on.occurredAt) return refused('PLAN_DATED_AHEAD', 'dated');
  if (asked.measures.length === 0) return refused('NO_MEASURES', 'measures');
  for (const [index, measure] of asked.measures.entries()) {
    const wrong = wrongMeasure(measure, order, state, named);
    if (wrong) return refused(wrong.code, 'measures', String(index), wrong.field);
  }
  return undefined;
};
