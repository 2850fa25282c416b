import type { Act, Answered, DataOf, Id } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import type { Party, Side } from './duty-point.words.js';

type Assigned = DataOf<DutyPointEvent, 'PartyAssigned'>;
type Detected = DataOf<DutyPointEvent, 'GapDetected'>;

export type Holder = Assigned['holder'];
export type Between = NonNullable<Detected['between']>;
export type Gap = Pick<Detected, 'kind' | 'party' | 'between'>;

/** A period in which somebody answers for one party's share; never overwritten, only ended (A5). */
export interface Assignment extends Assigned {
  /** When it was assigned: nobody accepts earlier (W1). */
  readonly assigned: Answered;
  /** From when on the acceptance counts: never before it was recorded. */
  readonly acceptedAt?: string;
  readonly until?: string;
  /** Since when the holder of the assignment is there no longer (A6). */
  readonly inactiveFrom?: string;
}

/** A handover that waits for signatures; the one who hands over holds the duty until then. */
export interface Transfer extends DataOf<DutyPointEvent, 'TransferProposed'> {
  readonly proposed: Answered;
}

/** A link that waits for the other side: of this step to a neighbour, or of a neighbour to this step. */
export interface PendingLink {
  readonly linkId: Id<'link'>;
  readonly side: Side;
  readonly dutyPointId: Id<'dutyPoint'>;
}

/** What a step asked of a neighbour: for which body, and when that was recorded. */
export interface Proposal extends PendingLink {
  readonly orgId?: Id<'organisation'>;
  readonly askedAt: string;
}

/** A step that was declined. */
export interface Declined {
  readonly dutyPointId: Id<'dutyPoint'>;
  readonly declinedAt: string;
}

export interface DefinedDutyPoint {
  readonly is: 'defined';
  readonly point: DataOf<DutyPointEvent, 'DutyPointDefined'>;
  readonly previous?: Id<'dutyPoint'>;
  readonly next?: Id<'dutyPoint'>;
  /** What this step asked of others, and what others ask of it. */
  readonly proposals: readonly Proposal[];
  readonly offers: readonly PendingLink[];
  /** Whom it declined last, and when that was recorded. */
  readonly declined: readonly Declined[];
  /** The parties that are required and not waived. */
  readonly parties: readonly Party[];
  readonly assignments: readonly Assignment[];
  readonly transfers: readonly Transfer[];
  readonly gaps: readonly Gap[];
  /** The order that it rests on: the one that it came from (A9), or the one that it was pointed to since. */
  readonly restsOn?: Id<'directive'> | undefined;
  /** What that clause is called there: by its number in the text, or its key. */
  readonly clauseNumber?: string | undefined;
  /** That order holds no longer. */
  readonly basisEnded?: boolean;
  readonly retired?: boolean;
}

export type DutyPoint = { readonly is: 'new' } | DefinedDutyPoint;

/** Nothing is changed about a duty point that is not there. */
export const whileDefined =
  <D>(change: (state: DefinedDutyPoint, data: D, act: Act) => Partial<DefinedDutyPoint>) =>
  (state: DutyPoint, data: D, act: Act): DutyPoint =>
    state.is === 'new' ? state : { ...state, ...change(state, data, act) };

/** On which side of a step another stands; undefined where it does not. */
export const sideOf = ({ previous, next }: DefinedDutyPoint, other: Id<'dutyPoint'>): Side | undefined =>
  previous === other ? 'previous' : next === other ? 'next' : undefined;
