import type { Id } from '#kernel';
import type { After, StoredEvent } from '#platform/event-store';

/** What a client asked of the log, and what it heard. `began` and `ended` count the moments of the whole history. */
interface Timed {
  readonly client: number;
  readonly began: number;
  readonly ended: number;
}

export interface AppendDone extends Timed {
  readonly did: 'append';
  readonly stream: Id;
  readonly commandId: string;
  readonly expected: bigint;
  readonly events: number;
  /** What came of the request; unknown when the connection broke. */
  readonly result:
    | { readonly is: 'ok'; readonly position: bigint }
    | { readonly is: 'fail'; readonly actual: bigint }
    | { readonly is: 'unknown' };
}

export interface StreamRead extends Timed {
  readonly did: 'readStream';
  readonly stream: Id;
  readonly eventIds: readonly string[];
}

export interface AllRead extends Timed {
  readonly did: 'readAll';
  readonly after: After;
  readonly eventIds: readonly string[];
}

export type Done = AppendDone | StreamRead | AllRead;

/** Where a log ended up, made easy to look things up in. */
interface Truth {
  readonly log: readonly StoredEvent[];
  readonly byStream: ReadonlyMap<Id, readonly StoredEvent[]>;
  readonly byCommand: ReadonlyMap<string, readonly StoredEvent[]>;
  readonly appends: ReadonlyMap<string, AppendDone>;
}

const grouped = <K>(log: readonly StoredEvent[], key: (event: StoredEvent) => K) => {
  const groups = new Map<K, StoredEvent[]>();
  for (const event of log) {
    const group = groups.get(key(event)) ?? [];
    group.push(event);
    groups.set(key(event), group);
  }
  return groups;
};

/**
 * Whether a history of operations that overlapped could have come from one log that does one thing at a time (the idea of
 * Elle and Knossos, for a log whose order is known in the end): one line for each thing that could not.
 */
export const impossible = (history: readonly Done[], log: readonly StoredEvent[]): readonly string[] => {
  const appends = history.filter((one): one is AppendDone => one.did === 'append');
  const truth: Truth = {
    log,
    byStream: grouped(log, ({ stream }) => stream),
    byCommand: grouped(log, ({ commandId }) => commandId),
    appends: new Map(appends.map((one) => [one.commandId, one])),
  };
  return [
    ...appends.flatMap((one) => wrongAppend(one, truth)),
    ...outOfTime(appends, truth),
    ...history.flatMap((one) => (one.did === 'append' ? [] : wrongRead(one, truth))),
    ...backwards(history),
    ...log.filter(({ commandId }) => !truth.appends.has(commandId)).map(({ eventId }) => `nobody appended ${eventId}`),
  ];
};

/** Acknowledged: there once, whole, where it was expected. Failed: not there, and the reason was true at some moment. */
const wrongAppend = (one: AppendDone, truth: Truth): readonly string[] => {
  const found = truth.byCommand.get(one.commandId) ?? [];
  const isWhole =
    found.length === one.events &&
    found.every(({ stream, revision }, index) => stream === one.stream && revision === one.expected + BigInt(index));
  const wrong =
    found.length > 0 && !isWhole
      ? 'is there in part, twice, or in the wrong place'
      : wrongAnswer(one, found.at(-1)?.position, truth);
  return wrong === undefined ? [] : [`append ${one.commandId} to ${one.stream} ${wrong}`];
};

const wrongAnswer = (one: AppendDone, found: bigint | undefined, truth: Truth): string | undefined => {
  const { result } = one;
  if (result.is === 'unknown') return undefined;
  if (result.is === 'ok')
    return found === result.position ? undefined : 'was acknowledged and is not where it was said';
  if (found !== undefined) return 'failed and is there';
  return couldHaveHeld(one, result.actual, truth) ? undefined : 'failed for a reason that never was';
};

/** Whether the stream can have held so many events at some moment between the beginning and the end of an operation. */
const couldHaveHeld = ({ stream, began, ended }: Timed & { stream: Id }, length: bigint, truth: Truth): boolean => {
  const events = truth.byStream.get(stream) ?? [];
  const last = events.find(({ revision }) => revision + 1n === length);
  const next = events.find(({ revision }) => revision === length);
  if (length > 0n && !last) return false;
  return !(last && startedAfter(last, ended, truth)) && !(next && wasThere(next, began, truth));
};

/** Whether an event was acknowledged before this moment. */
const wasThere = ({ commandId }: StoredEvent, moment: number, { appends }: Truth): boolean => {
  const by = appends.get(commandId);
  return by?.result.is === 'ok' && by.ended < moment;
};

/** Whether an event was not even asked for at this moment. */
const startedAfter = ({ commandId }: StoredEvent, moment: number, { appends }: Truth): boolean =>
  (appends.get(commandId)?.began ?? -1) > moment;

/** An append that began after another was acknowledged comes after it. */
const outOfTime = (appends: readonly AppendDone[], { byCommand }: Truth): readonly string[] => {
  const placed = appends.flatMap((one) => {
    const [first] = byCommand.get(one.commandId) ?? [];
    return first ? [{ ...one, position: first.position }] : [];
  });
  const acknowledged = placed.filter(({ result }) => result.is === 'ok').sort((a, b) => a.ended - b.ended);
  const waiting = acknowledged.values();
  let next = waiting.next().value;
  let highest = -1n;
  const wrong: string[] = [];
  for (const { commandId, began, position } of placed.sort((a, b) => a.began - b.began)) {
    for (; next && next.ended < began; next = waiting.next().value) highest = higher(highest, next.position);
    if (position < highest)
      wrong.push(`append ${commandId} began after ${String(highest)} was there and comes before it`);
  }
  return wrong;
};

const higher = (one: bigint, other: bigint) => (one > other ? one : other);

/** A read shows a stretch of the log as it is in the end, all that was acknowledged before, and nothing from the future. */
const wrongRead = (one: StreamRead | AllRead, truth: Truth): readonly string[] => {
  const whole = one.did === 'readAll' ? truth.log.slice(from(one.after)) : (truth.byStream.get(one.stream) ?? []);
  const shown = whole.slice(0, one.eventIds.length);
  const [next] = whole.slice(one.eventIds.length);
  const wrong = {
    'shows what never was': shown.map(({ eventId }) => eventId).join() !== one.eventIds.join(),
    'misses what was acknowledged before': next && wasThere(next, one.began, truth),
    'shows what was not asked for yet': shown.some((event) => startedAfter(event, one.ended, truth)),
  };
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${one.did} at ${String(one.began)} ${what}`] : []));
};

const from = (after: After) => (after === 'start' ? 0 : Number(after) + 1);

/** Where a read ended, and of what; pages of the whole log end at a position of it. */
const extentOf = (one: Done) => {
  if (one.did === 'append') return undefined;
  return one.did === 'readAll'
    ? { of: 'all', reach: from(one.after) + one.eventIds.length }
    : { of: one.stream, reach: one.eventIds.length };
};

/** Once somebody has seen so much, whoever begins to read later sees no less. */
const backwards = (history: readonly Done[]): readonly string[] => {
  const seen: { readonly of: string; readonly reach: number; readonly ended: number }[] = [];
  const wrong: string[] = [];
  for (const one of [...history].sort((a, b) => a.began - b.began)) {
    const extent = extentOf(one);
    if (!extent) continue;
    const before = seen.filter(({ of, ended }) => of === extent.of && ended < one.began).map(({ reach }) => reach);
    const most = Math.max(-1, ...before);
    if (most > extent.reach)
      wrong.push(`${one.did} at ${String(one.began)} sees ${extent.reach} after ${most} were seen`);
    seen.push({ ...extent, ended: one.ended });
  }
  return wrong;
};
