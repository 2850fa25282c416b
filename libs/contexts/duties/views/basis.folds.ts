import { ref, type DataOf, type Happening } from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import type { DutyPointCard } from './duty-point-card.js';
import { notRequired } from './party-cell.js';

type Card = DutyPointCard | undefined;
type At = Pick<Happening, 'occurredAt'>;

/** What becomes of a duty whose order ended, as its card shows it. The clause that it came from stays (A9). */
export const basisFolds = {
  BasisEnded: (card: Card, data: DataOf<DutyPointEvent, 'BasisEnded'>, { occurredAt: since }: At): Card => {
    const { directiveId, because, successorId } = data;
    const successor = successorId && { successor: ref(successorId) };
    return card && { ...card, endedBasis: { directive: ref(directiveId), because, ...successor, since } };
  },
  DutyRepointed: (card: Card, { clause, reason }: DataOf<DutyPointEvent, 'DutyRepointed'>): Card => {
    if (!card) return undefined;
    const { endedBasis: _over, ...rest } = card;
    const repointedTo = { directive: ref(clause.directiveId), number: clause.clauseNumber };
    return { ...rest, repointedTo, repointReason: reason };
  },
  DutyPointRetired: (card: Card, { reason }: DataOf<DutyPointEvent, 'DutyPointRetired'>, at: At): Card => {
    const nobody = notRequired();
    const cells = { territorial: nobody, departmental: nobody, unit: nobody, individual: nobody };
    return card && { ...card, ...cells, transfers: [], retiredAt: at.occurredAt, retireReason: reason };
  },
};
