import { actsAsOneOf, barBesideOf, barOf, barredBeside, refused } from '#kernel';
import { directiveKnown } from './directive.known.js';
import type { DirectiveRefusal } from './directive.refusals.js';
import { wasSent, type DirectiveState } from './directive.standing.js';
import { allAsked, asksNothing, isTheirs, SAYS, type Says } from './ruling.asked.js';
import type { Ruling } from './ruling.facts.js';

const bar = barOf<DirectiveState, DirectiveRefusal>();
const barBeside = barBesideOf<DirectiveState, DirectiveRefusal>();

const notEnded = bar('stage', { en: 'until it has ended', zh: '未终结' }, (state) =>
  wasSent(state) && state.is !== 'issued' ? 'ALREADY_ENDED' : undefined,
);

const asking = bar('stage', { en: 'while it asks for something', zh: '有申请' }, (state) =>
  asksNothing(state) ? refused('NOTHING_ASKED', 'clause') : undefined,
);

const ofAnAskedIssuer = barBeside<Ruling>(
  'relation',
  { en: 'of the issuer of a parent that is asked', zh: '被申请的上级部署的发文机构' },
  (_, { orgId }, { parents }) =>
    [...parents.values()].some((issuer) => issuer.orgId === orgId)
      ? undefined
      : refused('NOT_THE_PARENTS_ISSUER', 'directiveId'),
);

/** Of what is asked of them in this way, something waits for this answer, of somebody else (SD4). */
const waitingFor = ({ to, granted }: Says) =>
  barBeside<Ruling>(
    'recusal',
    { en: 'SD4: not who asked; unless it was the last answer', zh: 'SD4：非申请人；且上次批复与此不同' },
    (state, on, known) => {
      const theirs = allAsked(state, to).filter(isTheirs(known, on.orgId));
      if (theirs.length === 0) return refused('NOTHING_ASKED', 'clause');
      const others = theirs.filter(({ askers }) => !actsAsOneOf(on, askers));
      if (others.length === 0) return 'OWN_REQUEST';
      return others.every((one) => one.granted === granted) ? refused('ALREADY_RULED', 'clause') : undefined;
    },
  );

const barred = (type: keyof typeof SAYS) =>
  barredBeside(directiveKnown[type], notEnded, asking, ofAnAskedIssuer, waitingFor(SAYS[type]));

/** What stands in the way of each ruling, whatever is said. */
export const rulingBars = {
  ExemptClause: barred('ExemptClause'),
  RefuseExemption: barred('RefuseExemption'),
  GrantLaterDue: barred('GrantLaterDue'),
  RefuseLaterDue: barred('RefuseLaterDue'),
};
