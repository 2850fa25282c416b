import type { Id } from '#kernel';

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

/** More waits to be written than the log will queue: ask again a little later, with the same command id. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  constructor(readonly waiting: number) {
    super(`${String(waiting)} appends are waiting already`);
  }
}
