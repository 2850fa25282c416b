import { happened, refused, type Occasion } from '#kernel';
import type { Asking } from '../content/tie.words.js';
import type { DirectiveEvent } from './directive.events.js';
import type { No, Rule } from './directive.rules.js';
import { wasSent, type DirectiveState } from './directive.state.js';
import { isRuled, requestIn } from './requests.js';

type Rulings = 'ExemptClause' | 'RefuseExemption' | 'GrantLaterDue' | 'RefuseLaterDue';

interface Says {
  readonly to: Asking;
  readonly type: Extract<
    DirectiveEvent['type'],
    'ClauseExempted' | 'ExemptionRefused' | 'LaterDueGranted' | 'LaterDueRefused'
  >;
  readonly granted: boolean;
}

/** D2, D3: the child asks, the parent's own issuer answers, and nobody answers what they asked for themselves (SD4). */
const ruling =
  ({ to, type, granted }: Says): Rule<Rulings> =>
  ({ reason, ...about }, state, { actorId, orgId }, parent) => {
    if (state.is === 'new' || !requestIn(state.content, to, about)) return refused('NOTHING_ASKED', 'clause');
    if (parent?.orgId !== orgId) return refused('NOT_THE_PARENTS_ISSUER', 'directiveId');
    const no = notOpen(state, actorId);
    if (no) return no;
    if (isRuled(state.rulings, { ...about, granted })) return refused('ALREADY_RULED', 'clause');
    return reason ? happened({ type, data: { ...about, reason } }) : refused('REASON_MISSING', 'reason');
  };

/** Why this person has nothing to answer here. */
const notOpen = (state: Exclude<DirectiveState, { is: 'new' }>, actorId: Occasion['actorId']): No | undefined => {
  if (wasSent(state) && state.is !== 'issued') return refused('ALREADY_ENDED');
  return state.written.by === actorId ? refused('OWN_REQUEST') : undefined;
};

/** How the issuer of a parent rules on what a child asks for. */
export const rulingOnRequests = {
  ExemptClause: ruling({ to: 'exempted', type: 'ClauseExempted', granted: true }),
  RefuseExemption: ruling({ to: 'exempted', type: 'ExemptionRefused', granted: false }),
  GrantLaterDue: ruling({ to: 'later', type: 'LaterDueGranted', granted: true }),
  RefuseLaterDue: ruling({ to: 'later', type: 'LaterDueRefused', granted: false }),
};
