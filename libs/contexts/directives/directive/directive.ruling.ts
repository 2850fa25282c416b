import { happened, refused, type Occasion } from '#kernel';
import type { Issuer } from '../content/content.schema.js';
import type { Asking } from '../content/tie.words.js';
import { aheadAbout } from './ahead.js';
import type { DirectiveEvent } from './directive.events.js';
import type { No, Rule } from './directive.rules.js';
import { wasSent, type DirectiveState } from './directive.standing.js';
import { requestIn, rulingOn, type Requested } from './requests.js';

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
  ({ reason, ...about }, state, on, parent) => {
    const asked = state.is === 'new' ? undefined : askedBy(state, to, about);
    if (state.is === 'new' || !asked) return refused('NOTHING_ASKED', 'clause');
    const no = notTheirs(parent, on) ?? notOpen(state, asked.by, on.actorId);
    if (no) return no;
    if (asked.granted === granted) return refused('ALREADY_RULED', 'clause');
    return reason ? happened({ type, data: { ...about, reason } }) : refused('REASON_MISSING', 'reason');
  };

const notTheirs = (parent: Issuer | undefined, { orgId }: Occasion): No | undefined =>
  parent?.orgId === orgId ? undefined : refused('NOT_THE_PARENTS_ISSUER', 'directiveId');

type There = Exclude<DirectiveState, { is: 'new' }>;

/** Who asks for this, ahead of the text or by its clause map, and what was said to it last. */
const askedBy = (
  { content, ahead, written, rulings }: There,
  to: Asking,
  about: Requested,
): { readonly by: Occasion['actorId']; readonly granted?: boolean | undefined } | undefined => {
  const first = to === 'later' ? aheadAbout(ahead, about) : undefined;
  if (first) return first;
  return requestIn(content, to, about) && { by: written.by, granted: rulingOn(rulings, about)?.granted };
};

/** Why this person has nothing to answer here. */
const notOpen = (state: There, by: Occasion['actorId'], actorId: Occasion['actorId']): No | undefined => {
  if (wasSent(state) && state.is !== 'issued') return refused('ALREADY_ENDED');
  return by === actorId ? refused('OWN_REQUEST') : undefined;
};

/** How the issuer of a parent rules on what a child asks for. */
export const rulingOnRequests = {
  ExemptClause: ruling({ to: 'exempted', type: 'ClauseExempted', granted: true }),
  RefuseExemption: ruling({ to: 'exempted', type: 'ExemptionRefused', granted: false }),
  GrantLaterDue: ruling({ to: 'later', type: 'LaterDueGranted', granted: true }),
  RefuseLaterDue: ruling({ to: 'later', type: 'LaterDueRefused', granted: false }),
};
