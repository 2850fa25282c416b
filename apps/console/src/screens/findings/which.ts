import { STAGES, type Stage } from './stages';

/** Views of the list that people ask for by name. All is what stands when nothing is asked for. */
export const WHICH = ['mine', 'today', 'overdue', 'toVerify', 'returned', 'recurred', 'open', 'dueSoon'] as const;
export type Which = (typeof WHICH)[number];

/** What is neither a finding yet, nor open any more. */
const NOT_OPEN: readonly string[] = ['observed', 'dismissed', 'merged', 'voided', 'closedOut'];
const OPEN = STAGES.filter((stage) => !NOT_OPEN.includes(stage));

/** Those that always stand above the list; the others are led to. */
export const ALWAYS: readonly Which[] = ['mine', 'today', 'overdue', 'toVerify', 'returned', 'recurred', 'open'];

const DAY = 24 * 3_600_000;
const CHINA = 8 * 3_600_000;

/** The day in China that holds a moment, as deadlines are told: until its 24:00 and not from its 00:00. */
const dayOf = (at: Date) => {
  const start = Math.floor((at.getTime() + CHINA) / DAY) * DAY - CHINA;
  return { dueFrom: new Date(start + 1).toISOString(), dueTo: new Date(start + DAY + 1).toISOString() };
};

/** What the API is asked for by name. */
export interface ByName {
  readonly dueSoon?: boolean;
  readonly overdue?: boolean;
  readonly relapsed?: boolean;
  readonly awaiting?: 'me';
  readonly status?: readonly Stage[];
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

const ASKED_BY: Readonly<Record<Which, (at: Date) => ByName>> = {
  mine: () => ({ awaiting: 'me' }),
  today: (at) => ({ status: OPEN, ...dayOf(at) }),
  overdue: () => ({ overdue: true }),
  toVerify: () => ({ status: ['completionReported', 'underVerification', 'verified'] }),
  returned: () => ({ status: ['planReturned'] }),
  recurred: () => ({ relapsed: true, status: OPEN }),
  open: () => ({ status: OPEN }),
  dueSoon: () => ({ dueSoon: true }),
};

/** The same for who looks at a moment. */
export const askedByName = (which: Which, at: Date): ByName => ASKED_BY[which](at);
