/** Parts of the list that people ask for. All is what stands when nothing is asked for. */
export const WHICH = ['open', 'overdue', 'mine'] as const;
export type Which = (typeof WHICH)[number];

/** What each is asked for by. */
export const ASKED_BY = {
  open: { closedOut: false },
  overdue: { overdue: true },
  mine: { awaiting: 'me' },
} as const satisfies Readonly<Record<Which, object>>;
