import { claiming, happened, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { mergeKey, type Merging } from './finding.merging.js';
import { answering, type Refused, type Rule } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import { openStages } from './finding.words.js';

const cannotMerge = (
  { intoId }: CommandData<'MergeFinding'>,
  { self, into, underWay }: Merging,
): Refused | undefined => {
  if (intoId === self) return refused('MERGED_INTO_ITSELF', 'intoId');
  if (into.is === 'new') return refused('NO_SUCH_FINDING', 'intoId');
  if (underWay) return refused('MERGE_UNDER_WAY', 'intoId');
  return openStages.includes(into.is) ? undefined : refused('MERGED_INTO_ENDED', 'intoId');
};

const merge: Rule<'MergeFinding'> = ({ intoId, reason }, state, _, around) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  const no = cannotMerge({ intoId }, around);
  if (no) return no;
  const seenBy = ownerOf(state.stakes);
  const claims = [around.self, intoId].map((finding) => ({ key: mergeKey(finding), seenBy }));
  return claiming(happened({ type: 'FindingMerged' as const, data: { intoId, reason } }), claims);
};

/** F8: the rules by which one of two findings counts for both. */
export const merging = { MergeFinding: answering('MergeFinding', merge) };
