import { ref, type DataOf } from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import type { DutyPointCard } from './duty-point-card.js';
import { offeredLink, proposedLink, refusal, undone, withoutLink } from './pending-link.js';

type Card = DutyPointCard | undefined;

/** The steps beside one, as its card shows them. */
export const linkFolds = {
  StepLinked: (card: Card, { previous, next }: DataOf<DutyPointEvent, 'StepLinked'>): Card =>
    card && {
      ...card,
      ...(previous && { previous: ref(previous) }),
      ...(next && { next: ref(next) }),
      proposedLinks: withoutLink(card.proposedLinks, previous, next),
    },
  LinkProposed: (card: Card, link: DataOf<DutyPointEvent, 'LinkProposed'>): Card =>
    card && {
      ...card,
      proposedLinks: [...withoutLink(card.proposedLinks, link.dutyPointId), proposedLink(link)],
    },
  LinkProposalClosed: (card: Card, { dutyPointId }: DataOf<DutyPointEvent, 'LinkProposalClosed'>): Card =>
    card && { ...card, proposedLinks: withoutLink(card.proposedLinks, dutyPointId) },
  LinkOffered: (card: Card, link: DataOf<DutyPointEvent, 'LinkOffered'>): Card =>
    card && { ...card, offeredLinks: [...withoutLink(card.offeredLinks, link.dutyPointId), offeredLink(link)] },
  LinkAccepted: (card: Card, { side, dutyPointId }: DataOf<DutyPointEvent, 'LinkAccepted'>): Card =>
    card && {
      ...card,
      [side]: ref(dutyPointId),
      offeredLinks: withoutLink(card.offeredLinks, dutyPointId),
    },
  LinkRefused: (card: Card, data: DataOf<DutyPointEvent, 'LinkRefused'>): Card =>
    card && {
      ...card,
      offeredLinks: withoutLink(card.offeredLinks, data.dutyPointId),
      refusedLinks: [...card.refusedLinks, refusal(data)],
    },
  StepUnlinked: (card: Card, data: DataOf<DutyPointEvent, 'StepUnlinked'>): Card => {
    if (!card) return undefined;
    const { previous, next, ...rest } = card;
    const undoneLinks = [...rest.undoneLinks, undone(data)];
    return data.side === 'previous'
      ? { ...rest, ...(next && { next }), undoneLinks }
      : { ...rest, ...(previous && { previous }), undoneLinks };
  },
};
