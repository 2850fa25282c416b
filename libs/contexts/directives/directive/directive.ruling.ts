import { actsAsOneOf, happened, refused } from '#kernel';
import type { Rule } from './directive.rules.js';
import { isAbout } from './requests.js';
import { allAsked, isTheirs, SAYS, type Says } from './ruling.asked.js';

/** D2, D3: the child asks, the parent's own issuer answers, and nobody answers what they asked for themselves (SD4). */
const ruling =
  ({ to, type, granted }: Says): Rule<keyof typeof SAYS> =>
  ({ reason, ...about }, state, on, known) => {
    if (!isTheirs(known, on.orgId)(about)) return refused('NOT_THE_PARENTS_ISSUER', 'directiveId');
    const asked = state.is === 'new' ? undefined : allAsked(state, to).find(isAbout(about));
    if (!asked) return refused('NOTHING_ASKED', 'clause');
    if (actsAsOneOf(on, asked.askers)) return refused('OWN_REQUEST', 'clause');
    if (asked.granted === granted) return refused('ALREADY_RULED', 'clause');
    return reason ? happened({ type, data: { ...about, reason } }) : refused('REASON_MISSING', 'reason');
  };

/** How the issuer of a parent rules on what a child asks for. */
export const rulingOnRequests = {
  ExemptClause: ruling(SAYS.ExemptClause),
  RefuseExemption: ruling(SAYS.RefuseExemption),
  GrantLaterDue: ruling(SAYS.GrantLaterDue),
  RefuseLaterDue: ruling(SAYS.RefuseLaterDue),
};
