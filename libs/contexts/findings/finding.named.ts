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

/** Reads the files that a command names, whoever may see them: whose they are is a rule. */
export const filesNamed = async (
  read: StateReader,
  ids: readonly FileId[],
  { stream, now }: Pick<Own<FindingState>, 'stream' | 'now'>,
  { occurredAt }: Occasion,
): Promise<Files> => {
  const named = [...new Set(ids)].map(async (id) => {
    const [state, others] = await Promise.all([read.behind(evidenceStream, id), read.claimedBy(useOf(id), stream)]);
    return [id, { state, isTaken: others.length > 0 }] as const;
  });
  return { now: now ?? occurredAt, named: new Map(await Promise.all(named)) };
};

/** A kept file, as what takes it remembers it. */
export const itemOf = (id: FileId, state: EvidenceState): EvidenceItem | undefined => {
  if (state.is === 'new') return undefined;
  const { sha256, bytes, mediaType, recordedAt } = state;
  return { id, sha256, bytes, mediaType, receivedAt: recordedAt };
};

/** Everything among the named files that is kept: enough to look for the same file elsewhere. */
export const keptAmong = ({ named }: Files): readonly EvidenceItem[] =>
  [...named].flatMap(([id, { state }]) => itemOf(id, state) ?? []);
