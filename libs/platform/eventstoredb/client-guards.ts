import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';

/** Parts of the client that it calls through the instance and keeps to itself in its types. */
interface Inside {
  handleError: (failed: { getChannel(): unknown }, error: Error) => Promise<void>;
  getChannel: () => Promise<unknown>;
}

/** A client whose loose ends are tied, and the way to make it look for the leader again. */
export interface GuardedClient {
  readonly client: EventStoreDBClient;
  /** Closes the channel that was opened last; the next call opens another. */
  leaveChannel(): void;
}

/**
 * The client handles an error beside the call that failed and leaves the promise to nobody: when the channel that is being opened
 * meanwhile cannot be opened, the rejection would end the process (kurrentdb.md part 6, row 14).
 */
export const guardedClient = (url: string): GuardedClient => {
  const client = EventStoreDBClient.connectionString(url);
  const inside = client as unknown as Inside;
  const { handleError, getChannel } = inside;
  let last: unknown;
  inside.handleError = async (failed, error) => {
    await handleError(failed, error).catch(() => undefined);
  };
  inside.getChannel = async () => (last = await getChannel());
  const leaveChannel = () => {
    const channel = last;
    if (channel !== undefined) void inside.handleError({ getChannel: () => channel }, new UnavailableError());
  };
  return { client, leaveChannel };
};

/** A stream of the client's, as much of it as is guarded. */
export interface Guardable {
  destroy(error: Error): unknown;
  on(event: 'error', listener: () => void): unknown;
}
/** Its own part, which its types keep to themselves. */
interface Passing {
  _transform(...passed: unknown[]): unknown;
}

/**
 * An answer that the client cannot read is an error of its stream: thrown where it arrives, or in a promise of the client's own, it
 * would end the process. And an error has a listener from the first moment on, also when connecting fails at once.
 */
export const guardedStream = <S extends Guardable>(stream: S): S => {
  const passing = stream as unknown as Passing;
  const transform = passing._transform.bind(stream);
  const fail = (error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  passing._transform = (...passed) => {
    try {
      const over = transform(...passed);
      if (over instanceof Promise) over.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  stream.on('error', () => undefined);
  return stream;
};
