import type { Asked } from './asking.js';

/** A reason that a rule demands, for the sealed data of the event; the occasion, which is never sealed, goes without it. */
export const reasonApart = ({ occasion: { reason, ...occasion }, ...asked }: Asked) => ({
  reason,
  asked: { ...asked, occasion },
});
