import { doersOf, type Act } from '#kernel';
import type { Content } from '../content/content.schema.js';
import { aheadAbout, aheadAfter, ruledAhead, type AskedAhead } from './ahead.js';
import { withoutRequest, withRequest } from './request.rules.js';
import type { Request } from './request.shape.js';
import { ruled, type Requested, type Ruling } from './requests.js';

/** What a directive asks of the issuers of its parents, and what they said to it. */
interface Asking {
  readonly content: Content;
  readonly requests: readonly Request[];
  readonly ahead: readonly AskedAhead[];
  readonly rulings: readonly Ruling[];
}

type Change<D> = (state: Asking, data: D, act: Act) => Partial<Asking>;
type About = Pick<Request, 'directiveId'>;

const ruling =
  (granted: boolean): Change<Requested> =>
  ({ rulings }, { directiveId, clause }) => ({ rulings: ruled(rulings, { directiveId, clause, granted }) });

/** A ruling is about what was asked last. */
const laterRuling =
  (granted: boolean): Change<Requested> =>
  (state, about, act) => {
    const ahead = aheadAbout(state.ahead, about);
    return ahead ? { ahead: ruledAhead(state.ahead, ahead, granted) } : ruling(granted)(state, about, act);
  };

const made: Change<Request> = (state, request, act) => ({
  requests: withRequest(state.requests, request),
  ahead: aheadAfter(state, request, doersOf(act)),
});

const dropped: Change<About> = ({ requests, ahead }, about) => ({
  requests: withoutRequest(requests, about),
  ahead: ahead.filter(({ directiveId }) => directiveId !== about.directiveId),
});

/** How that changes. */
export const requestChanges = {
  RequestMade: made,
  RequestDropped: dropped,
  ClauseExempted: ruling(true),
  ExemptionRefused: ruling(false),
  LaterDueGranted: laterRuling(true),
  LaterDueRefused: laterRuling(false),
};
