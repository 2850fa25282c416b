import type { RequestContext } from './request-context.js';

/** A reason that a rule demands, for the sealed data of the event; the occasion, which is never sealed, goes without it. */
export const reasonApart = ({ occasion: { reason, ...occasion }, ...asked }: RequestContext) => ({
  reason,
  asked: { ...asked, occasion },
});
