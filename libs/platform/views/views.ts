import type { Actor } from '#access';
import type { Id, Text, ViewOf } from '#kernel';
import type { Between, Narrowing, Paging } from './narrowing.js';

/** A moment to look at: a position of the log, or an instant (ISO 8601) as the log recorded it. */
export type Moment = { readonly position: bigint } | { readonly recordedAt: string };

/** How to look: with whose eyes, not before the views know this position, and as of which moment (default: now). */
export interface Looking {
  readonly actor: Actor;
  readonly waitFor?: bigint;
  readonly asOf?: Moment;
  /**
   * Only rows of this territory and those below it, as they lay at the moment looked at: narrows what the actor may see, never
   * widens it. Nothing lies in a territory that was not there by then, or that the actor may not see. Default: everywhere.
   */
  readonly within?: Id<'territory'>;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly hasNextPage: boolean;
}

export interface Tally<Row> extends Narrowing<Row> {
  /** One group for each value of this field; otherwise a single group. */
  readonly by?: keyof Row & string;
  /** One group for each value of this field that holds several: a row counts in each of them. */
  readonly byEach?: keyof Row & string;
  /** Boolean fields to count the true ones of. */
  readonly count: readonly (keyof Row & string)[];
  /** Further counts, by the names that they get: of the rows whose instant lies in each period. */
  readonly during?: Readonly<Record<string, Between<Row>>>;
}

export interface TallyGroup {
  readonly value: string | null;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** A thing as it was when the log stood at a position. */
export interface Then {
  readonly id: Id;
  readonly position: bigint;
}

/** The views did not reach the position in time; the write itself stands. */
export class NotYetVisible extends Error {
  override readonly name = 'NotYetVisible';
  constructor(
    readonly position: bigint,
    readonly reached: bigint | 'start',
  ) {
    super(`views are at ${String(reached)}, not yet at ${String(position)}`);
  }
}

/** Reads rows. Every method asks `libs/access` once; what is out of scope is simply not there. Order: newest first. */
export interface Views {
  get<Row extends object>(view: ViewOf<Row>, key: string, looking: Looking): Promise<Row | undefined>;
  many<Row extends object>(view: ViewOf<Row>, keys: readonly string[], looking: Looking): Promise<Map<string, Row>>;
  page<Row extends object>(view: ViewOf<Row>, paging: Paging<Row>, looking: Looking): Promise<Page<Row>>;
  /** How many rows of a list there are, up to one more than `MOST_COUNTED`. */
  count<Row extends object>(view: ViewOf<Row>, narrowing: Narrowing<Row>, looking: Looking): Promise<number>;
  tally<Row extends object>(view: ViewOf<Row>, tally: Tally<Row>, looking: Looking): Promise<readonly TallyGroup[]>;
  /** The instant that is looked at: what is told by time, such as what is overdue, is compared with it. */
  instant(looking: Looking): Promise<string>;
  /** What any ids are called, in both languages, by the views that stand for their streams; ids out of scope are absent. */
  labels(ids: readonly Id[], looking: Looking): Promise<Map<Id, Text>>;
  /** What ids were called when the log stood at a position, in the order asked for; null where nothing can be told. */
  labelsThen(asked: readonly Then[], looking: Looking): Promise<readonly (Text | null)[]>;
  /** Whether the actor is shown what a thing keeps from most who see it, the reasons in its history; where it keeps nothing, all are. */
  discloses(id: Id, looking: Looking): Promise<boolean>;
  /** Which of these streams the actor may see. */
  visible(ids: readonly Id[], looking: Looking): Promise<ReadonlySet<Id>>;
}

export const VIEWS = Symbol('Views');
