import { evidenceStream, takenUntil, useOf } from '#contexts/evidence';
import { claiming, claimsOn, refused, type Claim, type Id, type Occasion, type SeenBy } from '#kernel';
import { itemOf, type Files, type NamedFile } from './finding.named.js';
import type { FindingRefusal } from './finding.refusals.js';
import type { Refused, Verdict } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { EvidenceItem, Finding } from './finding.state.js';

type FileId = Id<'evidence'>;

/** Why a file is not taken that this finding does not have yet. Of another body's it is not told that it is there. */
const notTaken = ({ state, isTaken }: NamedFile, now: string, { orgId }: Occasion): FindingRefusal | undefined => {
  if (state.is === 'new' || state.is === 'discarded') return 'NO_SUCH_EVIDENCE';
  if (orgId === undefined || state.orgId !== orgId) return 'NO_SUCH_EVIDENCE';
  if (state.is === 'quarantined') return 'EVIDENCE_QUARANTINED';
  if (isTaken) return 'EVIDENCE_USED_ELSEWHERE';
  return now < takenUntil(state) ? undefined : 'EVIDENCE_TOO_OLD';
};

/** What is known where files are taken, beside what was read of them. */
export interface Taking {
  /** The files that the finding has already; they may be named again, whoever brought them. */
  readonly had: readonly EvidenceItem[];
  readonly on: Occasion;
}

/** The files that somebody names, by their own records; or the first that is not taken, by its place. */
export const takenFiles = (
  ids: readonly FileId[],
  { named, now }: Files,
  { had, on }: Taking,
  ...path: readonly string[]
): EvidenceItem[] | Refused => {
  const items: EvidenceItem[] = [];
  for (const [index, id] of ids.entries()) {
    const file = named.get(id) ?? { state: evidenceStream.initial, isTaken: false };
    const known = had.find((one) => one.id === id);
    const item = known ?? itemOf(id, file.state);
    const no = known ? spoilt(file) : notTaken(file, now, on);
    if (no ?? !item) return refused(no ?? 'NO_SUCH_EVIDENCE', ...path, String(index));
    items.push(item);
  }
  return items;
};

const spoilt = ({ state }: NamedFile): FindingRefusal | undefined =>
  state.is === 'quarantined' ? 'EVIDENCE_QUARANTINED' : undefined;

/** Claims on the files that a finding takes and did not have: of two that take one at the same moment, one finds the other. */
export const claimsOnUse = (
  taken: readonly EvidenceItem[],
  had: readonly EvidenceItem[],
  seenBy: SeenBy,
): readonly Claim[] =>
  claimsOn(
    taken.filter(({ id }) => had.every((one) => one.id !== id)).map(({ id }) => ({ key: useOf(id) })),
    seenBy,
  );

/** What happened to a finding, with the files that it takes by that. */
export const taking = (
  { evidence, stakes }: Pick<Finding, 'evidence' | 'stakes'>,
  taken: readonly EvidenceItem[],
  verdict: Verdict,
): Verdict => claiming(verdict, claimsOnUse(taken, evidence, ownerOf(stakes)));
