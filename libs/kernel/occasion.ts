import type { Id } from './ids.js';

/** In whose capacity somebody acts (SD6): the post, organisation and territory in force at that moment. */
export interface Capacity {
  readonly actorId: Id<'person'> | Id<'system'>;
  readonly postId?: Id<'post'>;
  readonly orgId?: Id<'organisation'>;
  readonly territoryId?: Id<'territory'>;
  /** The person of an A role for whom a B role acts; absent when people act for themselves. */
  readonly onBehalfOf?: Id<'person'>;
}

/** Those whose act it is: who does it, and in whose name. */
export const doersOf = ({ actorId, onBehalfOf }: Capacity): readonly Capacity['actorId'][] =>
  onBehalfOf ? [actorId, onBehalfOf] : [actorId];

/** Whether whoever acts is one of these, in person or through somebody who stands in (SD6). */
export const actsAsOneOf = (acting: Capacity, people: readonly Capacity['actorId'][]): boolean =>
  doersOf(acting).some((one) => people.includes(one));

/** Where a command came from. */
export type Source = 'web' | 'mobile' | 'import' | 'cli' | 'system';

/** Who asks, in what capacity, and when it is said to have happened. The shell hands it in: the domain has no clock. */
export interface Occasion extends Capacity {
  /** When it happened, as the actor claims: ISO 8601, UTC, milliseconds. */
  readonly occurredAt: string;
  readonly commandId: string;
  readonly correlationId: string;
  /** The event that made a policy ask for this command. */
  readonly causationId?: string;
  readonly source: Source;
  readonly deviceId?: string;
  readonly reason?: string;
  /** Up to which position of the log other streams were read for this decision; absent when none was. */
  readonly factsAt?: string;
}

/** An occasion as it is sent: what nobody dates happens at the moment at which it is recorded. */
export type SentOccasion = Omit<Occasion, 'occurredAt'> & Partial<Pick<Occasion, 'occurredAt'>>;

/** What surrounds a stored event: the occasion it came from, and its place in the log. `K` is the kind of its stream. */
export interface Happening<K extends string = string> extends Occasion {
  readonly eventId: string;
  readonly stream: Id<K>;
  /** Place in its stream, from 0. */
  readonly revision: bigint;
  /** Place in the whole log, in commit order. */
  readonly position: bigint;
  /** When the log took it, by the log's own clock: never earlier than the event before it. */
  readonly recordedAt: string;
}

/** Recorded more than an hour after it is said to have happened: a late entry [design]. */
export const LATE_ENTRY_MINUTES = 60;

/** What a fold may know of the act behind an event: who did it, when by their own account, and when the log took it. */
export type Act = Capacity & Pick<Happening, 'occurredAt' | 'recordedAt'>;
