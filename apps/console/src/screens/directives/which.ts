/** Where an order can stand, from its draft to its end. */
export const STATUSES = [
  ...(['draft', 'signOffPending', 'registered', 'issued'] as const),
  ...(['completed', 'withdrawn', 'revoked', 'superseded'] as const),
] as const;
export type DirectiveStatus = (typeof STATUSES)[number];

/** How urgent an order can be, the most urgent first. */
export const URGENCIES = ['extraUrgent', 'urgent', 'ordinary'] as const;
export type Urgency = (typeof URGENCIES)[number];
