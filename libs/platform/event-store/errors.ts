import type { Id } from '#kernel';

/** What is stored at a position is not an event, not the event of its place, or of a version that this build does not know. */
export class UnreadableEvent extends Error {
  override readonly name: string = 'UnreadableEvent';
  constructor(
    readonly position: bigint,
    cause: unknown,
  ) {
    super(`position ${String(position)}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Where a log does not hold what was written to a stream, or holds what nobody wrote to it through this program. */
export interface Damage {
  readonly stream: string;
  /** Where it is seen. */
  readonly position: bigint;
  /** In both languages, and nothing of what an event says. */
  readonly reason: string;
}

/** What the log gives back of a stream is not its whole history: nothing is decided on it. */
export class DamagedHistory extends UnreadableEvent {
  override readonly name = 'DamagedHistory';
  constructor(readonly damage: Damage) {
    super(damage.position, `${damage.stream}: ${damage.reason}`);
  }
}

/** Somebody else wrote to the stream since it was read. */
export class WrongVersion extends Error {
  override readonly name = 'WrongVersion';
  constructor(
    readonly stream: Id,
    readonly expected: bigint,
    readonly actual: bigint,
  ) {
    super(`${stream}: expected ${String(expected)} events, found ${String(actual)}`);
  }
}

/** A stream that the decision rests on was written to since it was read: it has to be decided again. */
export class BasisChanged extends Error {
  override readonly name = 'BasisChanged';
  constructor(readonly stream: Id) {
    super(`${stream}: something that this rests on has changed`);
  }
}

/** The actor used this command id before, for something else. */
export class CommandReused extends Error {
  override readonly name = 'CommandReused';
  constructor(readonly commandId: string) {
    super(`command ${commandId} was used before, for something else`);
  }
}

/** An event, or a command's events together, exceed what the log takes. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  constructor(
    readonly type: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`${type} has ${String(bytes)} bytes, the limit is ${String(limit)}`);
  }
}

/** An append without events says nothing: a decision that changes nothing is not appended. */
export class EmptyAppend extends Error {
  override readonly name = 'EmptyAppend';
  constructor(readonly stream: Id) {
    super(`${stream}: nothing to append`);
  }
}

/** The connection was lost around an append, and trying it again gave no answer either: `answerTo` tells what became of it. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(
    readonly commandId: string,
    cause: unknown,
  ) {
    super(`command ${commandId} may or may not have been recorded`, { cause });
  }
}

/** More waits to be written than the log will queue: ask again a little later, with the same command id. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  constructor(readonly waiting: number) {
    super(`${String(waiting)} appends are waiting already`);
  }
}

/** The store does not answer, or not in time. Nothing was written, and the same can be asked again later. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
  constructor(cause: unknown, message = 'the store does not answer') {
    super(message, { cause });
  }
}

/** The store has no room for more: nothing was written, and reading goes on. Asking again helps once somebody made room. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
  constructor(cause: unknown) {
    super('the store has no room left', { cause });
  }
}

/** The store is a copy that only follows another one: it is never written to. Nothing was written, and asking again is of no use. */
export class ReadOnly extends Error {
  override readonly name = 'ReadOnly';
  constructor(cause: unknown) {
    super('the store is a read-only copy', { cause });
  }
}
