import { corrected } from '#contexts/parties';
import { claiming, happened, possibleDuplicate } from '#kernel';
import { righted } from './duty-point.righted.js';
import type { Rule } from './duty-point.rule.js';
import { claimsOnThing, isSameThing } from './duty-point.twins.js';

/** F9: what was mistyped is put right with a reason; what it said before stays in its history. */
export const correct: Rule<'CorrectDutyPoint'> = ({ reason, notDuplicateOf, ...given }, { point }, _, { twins }) => {
  const answer = corrected(given, point, reason);
  if ('refused' in answer) return answer;
  const no = possibleDuplicate(twins, { notDuplicateOf });
  if (no) return no;
  const data = { ...answer.changed, ...(notDuplicateOf && { notDuplicateOf }) };
  const right = righted(point, given);
  return claiming(
    happened({ type: 'DutyPointCorrected' as const, data }),
    isSameThing(point, right) ? [] : claimsOnThing(right),
  );
};
