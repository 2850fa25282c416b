import { Unavailable } from '#platform/event-store';

/** The log cannot be reached or does not answer, and nothing was recorded: ask again later, with the same command id. */
export class LogUnavailable extends Unavailable {
  override readonly name = 'LogUnavailable';
  constructor(why: string, cause?: unknown) {
    super(cause, `the log is not available: ${why}`);
  }
}

/**
 * The log will not take this from this program: its password, its rights, or a certificate is wrong. Nothing was recorded, and the
 * same can be asked again when somebody mended it.
 */
export class LogRefused extends Unavailable {
  override readonly name = 'LogRefused';
  constructor(why: string, cause?: unknown) {
    super(cause, `the log refuses this program: ${why}`);
  }
}

/** A call got no answer within this program's own deadline, whatever the server may still do with it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(what: string, ms: number) {
    super(`${what}: no answer within ${String(Math.round(ms))} ms`);
  }
}

/** Another call got no answer, so nobody waits for one on its channel any more: what came of this one is not known. */
export class ChannelLeft extends Error {
  override readonly name = 'ChannelLeft';
  constructor(silence: NoAnswer) {
    super(`the connection was given up: ${silence.message}`, { cause: silence });
  }
}

/** The log holds something that this program did not write, or not so. */
export class ForeignEvent extends Error {
  override readonly name = 'ForeignEvent';
  constructor(
    place: string,
    readonly why: string,
  ) {
    super(`${place} is not an event of this log: ${why}`);
  }
}
