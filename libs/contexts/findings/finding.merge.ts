import { claiming, happened, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { mergeKey, type Merging } from './finding.merging.js';
import { whileAt, type Refused, type Rule } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { Finding } from './finding.state.js';
import { openStages } from './finding.words.js';

const cannotMerge = (
  { intoId }: CommandData<'MergeFinding'>,
  { self, into, underWay, hasOthers }: Merging,
): Refused | undefined => {
  if (intoId === self) return refused('MERGED_INTO_ITSELF', 'intoId');
  if (into.is === 'new') return refused('NO_SUCH_FINDING', 'intoId');
  if (underWay) return refused('MERGE_UNDER_WAY', 'intoId');
  if (hasOthers) return refused('OTHERS_MERGED_HERE');
  return openStages.includes(into.is) ? undefined : refused('MERGED_INTO_ENDED', 'intoId');
};

/** F6: what was late stays late, and is not made to count for nothing. */
const isOverdue = ({ stakes, dueAt }: Finding, at: string): boolean =>
  stakes.unit !== undefined && dueAt !== undefined && dueAt < at;

const merge: Rule<'MergeFinding'> = ({ intoId, reason }, state, { occurredAt }, around) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  const no = cannotMerge({ intoId }, around);
  if (no) return no;
  if (isOverdue(state, occurredAt)) return refused('ORDER_OVERDUE');
  const seenBy = ownerOf(state.stakes);
  const claims = [around.self, intoId].map((finding) => ({ key: mergeKey(finding), seenBy }));
  return claiming(happened({ type: 'FindingMerged' as const, data: { intoId, reason } }), claims);
};

/** F8: the rules by which one of two findings counts for both. */
export const merging = { MergeFinding: whileAt('MergeFinding', merge) };
