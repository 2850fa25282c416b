import { corrected } from '#contexts/parties';
import { happened } from '#kernel';
import type { Rule } from './duty-point.rule.js';

/** F9: what was mistyped is put right with a reason; what it said before stays in its history. */
export const correct: Rule<'CorrectDutyPoint'> = ({ reason, ...given }, { point }) => {
  const answer = corrected(given, point, reason);
  return 'refused' in answer ? answer : happened({ type: 'DutyPointCorrected', data: answer.changed });
};
