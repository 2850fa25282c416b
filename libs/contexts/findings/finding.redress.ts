import { happened, refused, type Id } from '#kernel';
import { unfitAcceptor } from './finding.acceptor.js';
import type { CommandData } from './finding.commands.js';
import { wrongOrder } from './finding.order.js';
import { wrongPlan } from './finding.plan.js';
import { isGrave, reasoned, answering, type Refused, type Rule } from './finding.rules.js';
import type { Finding } from './finding.state.js';
import { wrongVerifiers } from './finding.verifiers.js';

const redirect: Rule<'RedirectOrder'> = ({ reason, ...order }, state, on, bodies) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if (order.unitId === state.stakes.unit) return refused('SAME_UNIT', 'unitId');
  return wrongOrder(order, state, on, bodies) ?? happened({ type: 'OrderRedirected', data: { ...order, reason } });
};

const replaceAcceptor: Rule<'ReplaceAcceptor'> = ({ reason, acceptorOrgId }, { stakes, orderedFor }, on, bodies) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  const { unit, acceptor, territory } = stakes;
  if (acceptorOrgId === acceptor) return refused('SAME_ACCEPTOR', 'acceptorOrgId');
  const unfit = unfitAcceptor({ unit, acceptor: acceptorOrgId, orderedFor, territory }, bodies, on);
  return unfit
    ? refused(unfit, 'acceptorOrgId')
    : happened({ type: 'AcceptorReplaced', data: { acceptorOrgId, reason } });
};

type Replacing = CommandData<'ReplaceVerifier'>;

/** Whether somebody was named and has yet to record a result. */
const isOutstanding = ({ verifiers = [], passedBy = [] }: Finding, id: Id<'person'>): boolean =>
  !passedBy.includes(id) && verifiers.some(({ personId }) => personId === id);

const wrongTeam = ({ outgoing, verifiers }: Replacing, state: Finding): Refused | undefined => {
  const staying = (state.verifiers ?? []).filter(({ personId }) => personId !== outgoing);
  const team = [...staying, ...verifiers].map(({ personId }) => personId);
  if (new Set(team).size < team.length) return refused('VERIFIER_NAMED_TWICE', 'verifiers');
  return isGrave(state.observation.severity) && team.length < 2
    ? refused('TWO_VERIFIERS_NEEDED', 'verifiers')
    : undefined;
};

const replaceVerifier: Rule<'ReplaceVerifier'> = ({ reason, ...asked }, state, _, named) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if (!isOutstanding(state, asked.outgoing)) return refused('NO_SUCH_VERIFIER', 'outgoing');
  const no = wrongVerifiers(asked.verifiers, state, named) ?? wrongTeam(asked, state);
  return no ?? happened({ type: 'VerifierReplaced', data: { ...asked, reason } });
};

const revisePlan: Rule<'RevisePlan'> = ({ reason, ...plan }, state, on, named) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  return wrongPlan(plan, state, on, named) ?? happened({ type: 'PlanRevised', data: { ...plan, reason } });
};

/** F7: the rules by which somebody who cannot act gives way to somebody who can, and a plan to a better one. */
export const redress = {
  RedirectOrder: answering('RedirectOrder', redirect),
  WithdrawOrder: answering('WithdrawOrder', (asked) =>
    reasoned(asked, (data) => happened({ type: 'OrderWithdrawn', data })),
  ),
  ReplaceAcceptor: answering('ReplaceAcceptor', replaceAcceptor),
  ReplaceVerifier: answering('ReplaceVerifier', replaceVerifier),
  RevisePlan: answering('RevisePlan', revisePlan),
};
