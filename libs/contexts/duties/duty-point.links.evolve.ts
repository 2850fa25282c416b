import type { Stream } from '#kernel';
import { whileDefined, type DutyPoint, type PendingLink } from './duty-point.defined.js';
import type { DutyPointEvent } from './duty-point.events.js';

type Named = Pick<PendingLink, 'dutyPointId'>;

/** A step asks each neighbour for one thing at a time. */
const without = <L extends Named>(links: readonly L[], { dutyPointId }: Named) =>
  links.filter((link) => link.dutyPointId !== dutyPointId);

type LinkEvent = 'StepLinked' | 'StepUnlinked' | `Link${string}`;
type Folds = Stream<DutyPoint, DutyPointEvent>['evolve'];

/** How steps come to stand beside each other. */
export const linkFolds: Pick<Folds, Extract<keyof Folds, LinkEvent>> = {
  StepLinked: whileDefined((state, { previous, next }) => ({
    ...(previous && { previous }),
    ...(next && { next }),
    proposals: state.proposals.filter(({ dutyPointId }) => dutyPointId !== previous && dutyPointId !== next),
  })),
  StepUnlinked: (state, { dutyPointId }) => {
    if (state.is === 'new') return state;
    const { previous, next, ...rest } = state;
    return {
      ...rest,
      ...(previous && previous !== dutyPointId && { previous }),
      ...(next && next !== dutyPointId && { next }),
    };
  },
  LinkProposed: whileDefined((state, link, { orgId, recordedAt: askedAt }) => ({
    proposals: [...without(state.proposals, link), { ...link, ...(orgId && { orgId }), askedAt }],
  })),
  LinkProposalClosed: whileDefined((state, link) => ({ proposals: without(state.proposals, link) })),
  LinkOffered: whileDefined((state, { linkId, side, dutyPointId }) => ({
    offers: [...without(state.offers, { dutyPointId }), { linkId, side, dutyPointId }],
  })),
  LinkAccepted: whileDefined((state, link) => ({
    [link.side]: link.dutyPointId,
    offers: without(state.offers, link),
  })),
  LinkRefused: whileDefined((state, link, { recordedAt: declinedAt }) => ({
    offers: without(state.offers, link),
    declined: [...without(state.declined, link), { dutyPointId: link.dutyPointId, declinedAt }],
  })),
};
