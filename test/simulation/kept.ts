import { decode, foldedRows, isProcess, kindOf, sourceOf, type AnyReactor, type AnyView, type ViewOf } from '#kernel';
import type { Outcome } from '#platform/decide';
import { commandKey, type StoredEvent } from '#platform/event-store';
import { locate } from '#platform/personal-data';
import type { RowVersion } from './versions.js';
import { asksOf, asksOfProcess, concerns, occasionOf } from '../../libs/platform/follow/policies/reaction.js';

const grouped = (log: readonly StoredEvent[], key: (event: StoredEvent) => string) => {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of log) groups.set(key(event), [...(groups.get(key(event)) ?? []), event]);
  return groups;
};

type Promises = ReadonlyMap<string, readonly Outcome[]>;

/** INV1: what was promised stands in the log, once, where it was said to stand. */
export const promisesKept = (log: readonly StoredEvent[], promises: Promises): readonly string[] => {
  const byId = grouped(log, ({ eventId }) => eventId);
  return [...promises].flatMap(([command, outcomes]) =>
    outcomes.flatMap((outcome) => {
      if (!outcome.recorded) return [];
      const wrong = outcome.events.filter(({ eventId, type, position }) => {
        const [event, ...more] = byId.get(eventId) ?? [];
        const where = event && [event.position, event.type, event.stream].join();
        return more.length > 0 || where !== [position, type, outcome.id].join();
      });
      return wrong.map(({ type }) => `INV1: ${command}: ${type} is not in the log once, as promised`);
    }),
  );
};

/** INV2: no place of the log or of a stream is empty or taken twice, and time does not run backwards. */
export const dense = (log: readonly StoredEvent[]): readonly string[] => {
  const next = new Map<string, bigint>();
  let time = '';
  return log.flatMap(({ position, stream, revision, recordedAt }, index) => {
    const wanted = next.get(stream) ?? 0n;
    next.set(stream, revision + 1n);
    const fits = position === BigInt(index) && revision === wanted && recordedAt >= time;
    time = recordedAt;
    return fits ? [] : [`INV2: ${stream}/${String(revision)} at ${String(position)} stands in the wrong place`];
  });
};

/** Claims are laid on the occasion of a command, which may be refused in the end. */
const isClaim = (event: StoredEvent | undefined): boolean => event !== undefined && kindOf(event.stream) === 'claim';

/** INV5: each event comes from a command that somebody gave, and each command has one result: its events lie together. */
export const oneResultEach = (
  log: readonly StoredEvent[],
  promises: Promises,
  given: ReadonlySet<string>,
): readonly string[] => {
  const wrong: string[] = [];
  for (const [key, events] of grouped(log, commandKey)) {
    const [first] = events;
    const together = ({ stream, position }: StoredEvent, index: number) =>
      first?.stream === stream && first.position + BigInt(index) === position;
    if (!given.has(key) && !isClaim(first)) wrong.push(`INV5: nobody gave the command of ${String(first?.position)}`);
    if (!events.every(together)) wrong.push(`INV5: command ${key} has two results`);
  }
  for (const [key, outcomes] of promises) {
    const results = outcomes.map((outcome) => (outcome.recorded ? outcome.events.map(({ eventId }) => eventId) : []));
    const different = new Set(results.filter((events) => events.length > 0).map(String));
    if (different.size > 1) wrong.push(`INV5: command ${key} was given two results`);
  }
  return wrong;
};

/** INV4: each view holds what folding the whole log one event at a time gives, with every version of every row. */
export const viewIsReplay = (
  view: AnyView,
  log: readonly StoredEvent[],
  rows: readonly RowVersion[],
): readonly string[] => {
  const wanted = replayed(view, log).map(shown).sort();
  const found = rows.map(shown).sort();
  const differs = wanted.findIndex((row, index) => row !== found[index]);
  if (differs < 0 && wanted.length === found.length) return [];
  return [`INV4: ${view.name} has ${found.length} rows instead of ${wanted.length}: ${String(found[differs])}`];
};

type Version = Omit<RowVersion, 'owner' | 'columns' | 'scopes'>;

const shown = ({ key, since, until, born, text }: Version) => [key, since, until, born, text].map(String).join(' ');

const rowIn = (version: Version | undefined) => version && (JSON.parse(version.text) as object);

const versionAt = (position: bigint, key: string, row: object, before: Version | undefined): Version => ({
  key,
  since: position,
  until: undefined,
  born: before ? before.born : position,
  text: JSON.stringify(row),
});

/** The versions of a view's rows by the plainest of folds: one event after the other, nothing stored in between but JSON. */
export const replayed = (any: AnyView, log: readonly StoredEvent[]) => {
  // Which rows exactly is the view's own business.
  const view = any as ViewOf<object>;
  const past: Version[] = [];
  const now = new Map<string, Version>();
  for (const event of log) {
    const source = sourceOf(view, event.stream);
    const message = source && decode(source, { ...event, data: locate(event) });
    const changed = message ? foldedRows(view, message, event, (key) => rowIn(now.get(key))) : [];
    for (const { key, row } of changed.filter((one) => one.row !== one.before)) {
      const before = now.get(key);
      if (before) past.push({ ...before, until: event.position });
      now.delete(key);
      if (row) now.set(key, versionAt(event.position, key, row, before));
    }
  }
  return [...past, ...now.values()];
};

/** What policies ask for because of an event was answered, and came of that and nothing else. */
export const policiesCarriedOut = (
  policies: readonly AnyReactor[],
  log: readonly StoredEvent[],
  promises: Promises,
): readonly string[] => {
  const streams = new Map(log.map((event) => [commandKey(event), event.stream]));
  const wrong: string[] = [];
  for (const event of log) {
    for (const policy of policies.filter((one) => concerns(one, event))) {
      asksAt(policy, event, log).forEach((ask, n) => {
        const key = commandKey(occasionOf(policy, event, n));
        const what = `${policy.name}: ${ask.command.type} for ${ask.stream}`;
        if (!promises.has(key)) wrong.push(`${what} has no answer`);
        if ((streams.get(key) ?? ask.stream) !== ask.stream) wrong.push(`${what} went elsewhere`);
      });
    }
  }
  return wrong;
};

const asksAt = (reactor: AnyReactor, event: StoredEvent, log: readonly StoredEvent[]) => {
  const before = log.filter(({ position }) => position <= event.position);
  if (!isProcess(reactor)) {
    const history = before.filter(({ stream }) => stream === event.stream);
    return asksOf(reactor, event, history);
  }
  const rows = replayed(reactor.memory, before).filter(({ until }) => until === undefined);
  return asksOfProcess(reactor, event, (key) => rowIn(rows.find((row) => row.key === key)));
};
