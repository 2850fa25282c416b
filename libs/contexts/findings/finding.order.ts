import { happened, refused, type Occasion } from '#kernel';
import { unfitAcceptor } from './finding.acceptor.js';
import { stands, type Bodies } from './finding.bodies.js';
import type { CommandData } from './finding.commands.js';
import type { FindingEvent } from './finding.events.js';
import { isGrave, type Refused, type Rule } from './finding.rules.js';
import type { Finding } from './finding.state.js';

type Order = CommandData<'OrderRectification'>;

/** Why an order cannot be given: to this unit, with this acceptor, for this time (R6). */
export const wrongOrder = (asked: Order, { stakes }: Finding, on: Occasion, bodies: Bodies): Refused | undefined => {
  const { unitId, acceptorOrgId, dueAt } = asked;
  if (!stands(bodies, unitId)) return refused('NO_SUCH_ORGANISATION', 'unitId');
  const order = { unit: unitId, acceptor: acceptorOrgId, orderedFor: on.orgId, territory: stakes.territory };
  const unfit = unfitAcceptor(order, bodies, on);
  if (unfit) return refused(unfit, 'acceptorOrgId');
  return dueAt <= on.occurredAt ? refused('DUE_IN_PAST', 'dueAt') : undefined;
};

/** F10: a fix that the unit reported before it was ordered is taken up: it need not be acknowledged or reported again. */
const earlierFix = ({ unitId }: Order, { fix, observation }: Finding): readonly FindingEvent[] =>
  fix?.unit === unitId && !isGrave(observation.severity)
    ? [{ type: 'EarlierFixTaken', data: { reportedAt: fix.at, reportedBy: fix.by } }]
    : [];

export const orderRectification: Rule<'OrderRectification'> = (asked, state, on, bodies) =>
  wrongOrder(asked, state, on, bodies) ??
  happened<FindingEvent>({ type: 'RectificationOrdered', data: asked }, ...earlierFix(asked, state));
