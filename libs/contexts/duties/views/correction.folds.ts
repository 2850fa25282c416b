import { ref, type DataOf } from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import { righted } from '../duty-point.righted.js';
import type { DutyPointCard } from './duty-point-card.js';
import { unverified } from './party-cell.js';

type Card = DutyPointCard | undefined;

/** A duty that was put right. Whoever was measured by the line or the operator before is measured by them no longer (A12). */
export const correctionFolds = {
  DutyPointCorrected: (card: Card, data: DataOf<DutyPointEvent, 'DutyPointCorrected'>): Card => {
    const { reason: correctionReason, operatorId, notDuplicateOf = [], ...right } = data;
    return (
      card && {
        ...righted<DutyPointCard>(card, right),
        correctionReason,
        notDuplicateOf: [...new Set([...card.notDuplicateOf, ...notDuplicateOf])],
        ...(right.line !== undefined && { departmental: unverified(card.departmental) }),
        ...(operatorId && {
          operator: ref(operatorId),
          unit: unverified(card.unit),
          individual: unverified(card.individual),
        }),
      }
    );
  },
};
