import { isProcess, type AnyProcess, type AnyReactor, type Ask } from '#kernel';
import type { EventStore, StoredEvent } from '#platform/event-store';
import { CannotFollow } from '../loop/cannot-follow.js';
import { pause } from '../loop/pause.js';
import type { ViewStore } from '../views/view-store.js';
import { AskFailed } from './ask-dispatcher.js';
import type { BatchStates } from './batch-states.js';
import { asksAfter, asksOf, asksOfProcess, rowsNamed } from './reaction.js';

/** How often it is looked whether the memory of a process has come to an event. */
const LOOK_MS = 25;

/** What reactions are found out from. */
export interface ReactionSources {
  readonly events: Pick<EventStore, 'readStream'>;
  /** Where the memories of processes are kept. */
  readonly memory: Pick<ViewStore, 'rowsAt' | 'parked'>;
  /** What is known of the streams of a policy's batch. */
  readonly states?: Pick<BatchStates, 'after'> | undefined;
}

/** What is asked for because of an event. Throws AskFailed when that cannot be found out, and the signal's reason when told to stop. */
export const asksFor = async (
  reactor: AnyReactor,
  event: StoredEvent,
  { events, memory, states }: ReactionSources,
  signal: AbortSignal,
): Promise<readonly Ask[]> => {
  if (isProcess(reactor)) {
    const keys = attempt(() => rowsNamed(reactor, event));
    const rows = await remembered({ process: reactor, event, keys }, memory, signal);
    return attempt(() => asksOfProcess(reactor, event, (key) => rows.get(key)));
  }
  const known = await states?.after(event);
  if (known) return attempt(() => asksAfter(reactor, event, known.state));
  const history = await events.readStream(event.stream, { limit: Number(event.revision) + 1 });
  return attempt(() => asksOf(reactor, event, history));
};

/** The rows of a process as they stood right after an event, once its memory has come there: they are the same for ever. */
const remembered = async (
  { process, event, keys }: { process: AnyProcess; event: StoredEvent; keys: readonly string[] },
  memory: ReactionSources['memory'],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, object>> => {
  const { memory: view } = process;
  for (;;) {
    signal.throwIfAborted();
    const rows = await memory.rowsAt(view, keys, event.position);
    if (rows) {
      const parked = await memory.parked();
      const waits = parked.some(
        ({ follower, stream, position }) =>
          follower === view.name && stream === event.stream && position <= event.position,
      );
      if (waits)
        throw new AskFailed(`a process cannot react`, {
          cause: new CannotFollow(`${view.name} waits for this stream`),
        });
      return new Map([...rows].map(([key, { text }]) => [key, JSON.parse(text) as object]));
    }
    await pause(LOOK_MS, signal);
  }
};

const attempt = <T>(react: () => T): T => {
  try {
    return react();
  } catch (error) {
    throw new AskFailed('a reaction threw', { cause: error });
  }
};
