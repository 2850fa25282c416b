import { happened, idOf, refused, uuidOf, type Id } from '#kernel';
import type { CommandData } from './duty-point.commands.js';
import type { DutyPointEvent } from './duty-point.events.js';
import type { LinkedThere, Neighbourhood } from './duty-point.neighbourhood.js';
import type { Rule, Verdict } from './duty-point.rule.js';
import { sideOf, type PendingLink } from './duty-point.state.js';
import { opposite, type Side } from './duty-point.words.js';

/** A step asks each neighbour for one thing at a time, so that it names what it asks for. */
const linkOf = (asking: Id): Id<'link'> => idOf('link', uuidOf(asking));

/** Why a step cannot stand beside these; undefined when it can. */
export const wrongNeighbours = (
  { previous, next }: CommandData<'LinkStep'>,
  { missing: [missing] }: Neighbourhood,
): Verdict | undefined => {
  if (previous && previous === next) return refused('NEIGHBOURS_THE_SAME', 'next');
  return missing && refused('NO_SUCH_NEIGHBOUR', missing);
};

/** Those neighbours that lie in somebody else's place, asked whether they agree. */
export const proposed = (asked: CommandData<'LinkStep'>, { self, foreign }: Neighbourhood): readonly DutyPointEvent[] =>
  foreign.flatMap((side) => {
    const dutyPointId = asked[side];
    return dutyPointId ? [{ type: 'LinkProposed', data: { side, dutyPointId, linkId: linkOf(self) } } as const] : [];
  });

export const proposeLink: Rule<'ProposeLink'> = ({ side, dutyPointId }, state, _, around) => {
  if (around.self === dutyPointId) return refused('NEIGHBOUR_OF_ITSELF', 'dutyPointId');
  if (around.missing.length > 0) return refused('NO_SUCH_NEIGHBOUR', 'dutyPointId');
  if (state[side] === dutyPointId) return refused('LINKED_ALREADY', 'dutyPointId');
  if (state[opposite(side)] === dutyPointId) return refused('NEIGHBOURS_THE_SAME', 'dutyPointId');
  const asked = { [side]: dutyPointId };
  return around.foreign.length > 0
    ? happened(...proposed(asked, around))
    : happened({ type: 'StepLinked', data: asked });
};

/** A policy writes a link only where the record of the other step has it already: what it passes on was decided there. */
export const linkStep: Rule<'LinkStep'> = (asked, state, _, { missing }) => {
  const known = (asked.previous ?? state.previous) === state.previous && (asked.next ?? state.next) === state.next;
  if (known) return happened();
  return missing.length > 0 ? refused('NOT_LINKED_THERE', ...missing) : happened({ type: 'StepLinked', data: asked });
};

export const offerLink: Rule<'OfferLink'> = (asked, state, _, there) => {
  const { side, dutyPointId } = asked;
  if (!isAskedFor(there, side)) return refused('NOT_LINKED_THERE', 'dutyPointId');
  const known = state.offers.some((one) => one.dutyPointId === dutyPointId && one.side === side);
  return known ? happened() : happened({ type: 'LinkOffered', data: { ...asked, linkId: linkOf(dutyPointId) } });
};

const isAskedFor = ({ proposals }: LinkedThere, side: Side) => proposals.some((one) => one.side === opposite(side));

const answering =
  <T extends 'AcceptLink' | 'RefuseLink'>(answer: (offer: PendingLink, asked: CommandData<T>) => Verdict): Rule<T> =>
  (asked, { offers }) => {
    const offer = offers.find(({ linkId }) => linkId === asked.linkId);
    return offer ? answer(offer, asked) : refused('NO_SUCH_LINK', 'linkId');
  };

export const acceptLink = answering<'AcceptLink'>((offer) => happened({ type: 'LinkAccepted', data: offer }));

export const refuseLink = answering<'RefuseLink'>((offer, { reason }) =>
  reason ? happened({ type: 'LinkRefused', data: { ...offer, reason } }) : refused('REASON_REQUIRED', 'reason'),
);

export const closeLinkProposal: Rule<'CloseLinkProposal'> = ({ dutyPointId }, { proposals }) => {
  const proposal = proposals.find((one) => one.dutyPointId === dutyPointId);
  if (!proposal) return happened();
  const { side } = proposal;
  return happened({ type: 'LinkProposalClosed', data: { side, dutyPointId } });
};

/** F9: either side undoes a link; the other side is told of it. */
export const unlinkStep: Rule<'UnlinkStep'> = ({ dutyPointId, reason }, state) => {
  const side = sideOf(state, dutyPointId);
  if (!side) return refused('NOT_LINKED', 'dutyPointId');
  return reason
    ? happened({ type: 'StepUnlinked', data: { side, dutyPointId, reason } })
    : refused('REASON_REQUIRED', 'reason');
};

/** A policy undoes a link only where the record of the other step has it no longer. */
export const dropLink: Rule<'DropLink'> = ({ dutyPointId }, state, _, { missing }) => {
  const side = sideOf(state, dutyPointId);
  if (!side) return happened();
  return missing.length > 0
    ? happened({ type: 'StepUnlinked', data: { side, dutyPointId } })
    : refused('NOT_LINKED_THERE', 'dutyPointId');
};
