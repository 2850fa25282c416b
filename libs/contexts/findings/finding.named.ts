import { evidenceStream, useOf, type EvidenceState } from '#contexts/evidence';
import type { Id, Occasion, Own, StateReader } from '#kernel';
import type { EvidenceItem, FindingState } from './finding.state.js';

type FileId = Id<'evidence'>;

/** A file that somebody names, by its own record, and whether something else has it. */
export interface NamedFile {
  readonly state: EvidenceState;
  readonly isTaken: boolean;
}

/** The files that somebody names, at the moment at which it is decided on them. */
export interface Files {
  readonly now: string;
  readonly named: ReadonlyMap<FileId, NamedFile>;
}

/** Files by their own records. */
export type Records = ReadonlyMap<FileId, EvidenceState>;

/**
 * Reads the files that a command names, whoever may see them: whose they are is a rule. T19: of those that neither the acting body
 * uploaded nor the finding has, no more is read than of what is not there.
 */
export const recordsOf = async (read: StateReader, ids: readonly FileId[]): Promise<Records> =>
  new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await read.behind(evidenceStream, id)] as const)));

type At = Pick<Own<FindingState>, 'stream' | 'now' | 'state'>;

/** Those of these files of which more may be read: their own, and what the finding has. */
export const inReach = async (records: Records, own: At, { orgId }: Occasion): Promise<Records> => {
  const finding = await own.state();
  const had = finding.is === 'new' ? [] : finding.evidence.map(({ id }) => id);
  return new Map([...records].filter(([id, file]) => file.is !== 'new' && (file.orgId === orgId || had.includes(id))));
};

/** The files that somebody names, and which of them something else has. */
export const filesIn = async (read: StateReader, records: Records, own: At, on: Occasion): Promise<Files> => {
  const near = await inReach(records, own, on);
  const named = [...records].map(async ([id, state]) => {
    const others = near.has(id) ? await read.claimedBy(useOf(id), own.stream) : [];
    return [id, { state, isTaken: others.length > 0 }] as const;
  });
  return { now: own.now ?? on.occurredAt, named: new Map(await Promise.all(named)) };
};

/** Reads the files that a command names, at once with which of them something else has. */
export const filesNamed = async (read: StateReader, ids: readonly FileId[], own: At, on: Occasion): Promise<Files> =>
  filesIn(read, await recordsOf(read, ids), own, on);

/** A kept file, as what takes it remembers it. */
export const itemOf = (id: FileId, state: EvidenceState): EvidenceItem | undefined => {
  if (state.is === 'new') return undefined;
  const { sha256, bytes, mediaType, recordedAt } = state;
  return { id, sha256, bytes, mediaType, receivedAt: recordedAt };
};

/** Everything among these files that is kept: enough to look for the same file elsewhere. */
export const keptAmong = (records: Records): readonly EvidenceItem[] =>
  [...records].flatMap(([id, state]) => itemOf(id, state) ?? []);
