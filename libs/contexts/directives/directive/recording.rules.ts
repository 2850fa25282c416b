import { happened } from '#kernel';
import type { Rule } from './directive.rules.js';
import { wasSent, type Standing } from './directive.standing.js';
import { requestsUntold } from './request.rules.js';
import type { Request } from './request.shape.js';
import { rulingOn } from './requests.js';

/** The request, with what the issuer of the parent has said to it already. */
const withRulings = (request: Request, { rulings }: Standing): Request => ({
  ...request,
  clauses: request.clauses.map((asked) => {
    const ruling = rulingOn(rulings, { directiveId: request.directiveId, clause: asked.clause });
    return ruling ? { ...asked, granted: ruling.granted } : asked;
  }),
});

/** D3: whoever is to rule on what was asked before requests were facts sees it, too; what has ended asks nothing. */
const recordRequests: Rule<'RecordRequests'> = (_, state, __, facts) => {
  if (state.is === 'new' || (wasSent(state) && state.is !== 'issued')) return happened();
  const requests = requestsUntold(state.content, facts, state);
  return happened(...requests.map((request) => ({ type: 'RequestMade' as const, data: withRulings(request, state) })));
};

/** What was asked before that was kept. */
export const recording = { RecordRequests: recordRequests };
