import { STAGES } from './stages';

/** Parts of the list that people ask for. All is what stands when nothing is asked for. */
export const WHICH = ['open', 'dueSoon', 'overdue', 'recurred', 'mine'] as const;
export type Which = (typeof WHICH)[number];

/** What is neither a finding yet, nor open any more. */
const NOT_OPEN: readonly string[] = ['observed', 'dismissed', 'merged', 'voided', 'closedOut'];
const OPEN = STAGES.filter((stage) => !NOT_OPEN.includes(stage));

/** Those that always stand above the list; the others are led to. */
export const ALWAYS: readonly Which[] = ['open', 'overdue', 'mine'];

/** What each is asked for by. */
export const ASKED_BY = {
  open: { status: OPEN },
  dueSoon: { dueSoon: true },
  overdue: { overdue: true },
  recurred: { relapsed: true, status: OPEN },
  mine: { awaiting: 'me' },
} as const satisfies Readonly<Record<Which, object>>;
