import type { Entry, StoredEntry } from './query';

/** What one step of the check came to, with the value that it rests on. */
export interface Step {
  readonly name: 'numbers' | 'order' | 'envelope' | 'digest' | 'checkpoint';
  /** It was not run where nothing could be told. */
  readonly result: 'pass' | 'fail' | 'notRun';
  /** The positions at which it fails. */
  readonly at: readonly string[];
  readonly count: number;
  readonly of: number;
}

export type Digest = (text: string) => Promise<string>;

interface Numbered {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
}

/** Where the numbers of a thing's own history leave one out; each history begins with 0. */
export const holesIn = (entries: readonly Numbered[]): readonly string[] => {
  const next = new Map<string, number>();
  return entries.flatMap(({ id, revision, position }) => {
    const expected = next.get(id) ?? 0;
    next.set(id, Number(revision) + 1);
    return Number(revision) === expected ? [] : [position];
  });
};

/** Where a place in the log does not come after the one before. */
const outOfOrder = (entries: readonly Numbered[]): readonly string[] =>
  entries.flatMap(({ position }, at) => {
    const before = entries[at - 1];
    return before && BigInt(position) <= BigInt(before.position) ? [position] : [];
  });

const envelopeOf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
};

/** Whether the envelope says what stands on the page. */
const saysSo = ({ stored, ...shown }: StoredEntry, told: Entry | undefined): boolean => {
  const entry = envelopeOf(stored.entry);
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [entry.eventId, shown.eventId],
    [entry.stream, shown.id],
    [entry.streamVersion, Number(shown.revision) + 1],
    [entry.type, shown.name],
    [entry.recordedAt, shown.recordedAt],
    [entry.occurredAt, shown.occurredAt],
    [shown.recordedAt, told?.recordedAt ?? shown.recordedAt],
    [entry.actorId, told?.actor.person.id ?? entry.actorId],
  ];
  return pairs.every(([one, other]) => one === other);
};

const step = (name: Step['name'], at: readonly string[], of: number): Step => ({
  name,
  result: at.length > 0 ? 'fail' : 'pass',
  at,
  count: of - at.length,
  of,
});

/**
 * Checks what the server gave out: numbers without a hole, the order of the log, each envelope against the row that is shown, and
 * the digest of each payload against its envelope. Without a way to compute digests that last one is not run.
 */
export const checked = async (
  stored: readonly StoredEntry[],
  told: ReadonlyMap<string, Entry>,
  digest: Digest | undefined,
): Promise<readonly Step[]> => {
  const wrong = stored.filter((one) => !saysSo(one, told.get(one.eventId))).map(({ position }) => position);
  const steps = [
    step('numbers', holesIn(stored), stored.length),
    step('order', outOfOrder(stored), stored.length),
    step('envelope', wrong, stored.length),
  ];
  const checkpoint: Step = { name: 'checkpoint', result: 'notRun', at: [], count: 0, of: stored.length };
  if (!digest) return [...steps, { ...checkpoint, name: 'digest' }, checkpoint];
  const given = stored.filter(({ stored: { payload } }) => payload !== null);
  const same = await Promise.all(
    given.map(
      async ({ stored: { payload, entry } }) => (await digest(payload ?? '')) === envelopeOf(entry).payloadSha256,
    ),
  );
  const bad = given.filter((_, at) => same[at] !== true).map(({ position }) => position);
  return [...steps, { ...step('digest', bad, given.length), of: stored.length }, checkpoint];
};
