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
