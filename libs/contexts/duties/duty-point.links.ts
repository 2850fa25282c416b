import { happened, idOf, refused, uuidOf, type Id } from '#kernel';
import type { CommandData } from './duty-point.commands.js';
import type { DutyPointEvent } from './duty-point.events.js';
import type { LinkedThere, Neighbourhood } from './duty-point.neighbourhood.js';
import type { Rule, Verdict } from './duty-point.rule.js';
import { sideOf, type DefinedDutyPoint, type PendingLink } from './duty-point.state.js';
import { opposite, SIDES_OF_A_STEP, type Side } from './duty-point.words.js';

/** A step asks each neighbour for one thing at a time, so that it names what it asks for. */
const linkOf = (asking: Id): Id<'link'> => idOf('link', uuidOf(asking));

/** Why a step cannot stand beside these; undefined when it can. */
export const wrongNeighbours = (
  { previous, next }: CommandData<'LinkStep'>,
  around: Neighbourhood,
): Verdict | undefined => {
  if (previous && previous === next) return refused('NEIGHBOURS_THE_SAME', 'next');
  const [missing] = around.missing;
  if (missing) return refused('NO_SUCH_NEIGHBOUR', missing);
  const side = takenBeside(around);
  return side && refused('SIDE_TAKEN', side);
};

/** Where another step stands already. A step of another place says so for itself when it is asked. */
const takenBeside = ({ taken, foreign }: Neighbourhood): Side | undefined =>
  taken.find((one) => !foreign.includes(one));

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
  if (state[side]) return refused('SIDE_TAKEN', 'side');
  const asked = { [side]: dutyPointId };
  if (takenBeside(around)) return refused('SIDE_TAKEN', 'dutyPointId');
  return around.foreign.length > 0
    ? happened(...proposed(asked, around))
    : happened({ type: 'StepLinked', data: asked });
};

/** A policy writes a link only where the record of the other step has it already: what it passes on was decided there. */
export const linkStep: Rule<'LinkStep'> = (asked, state, _, { missing }) => {
  const known = (asked.previous ?? state.previous) === state.previous && (asked.next ?? state.next) === state.next;
  if (known) return happened();
  if (missing.length > 0) return refused('NOT_LINKED_THERE', ...missing);
  return happened(...replaced(asked, state), { type: 'StepLinked', data: asked });
};

/** Two may have agreed on the same side at the same time: the later link stands, and the earlier one ends on both records. */
const replaced = (asked: CommandData<'LinkStep'>, state: DefinedDutyPoint): readonly DutyPointEvent[] =>
  SIDES_OF_A_STEP.flatMap((side) => {
    const dutyPointId = state[side];
    const isReplaced = asked[side] !== undefined && dutyPointId !== undefined && asked[side] !== dutyPointId;
    return isReplaced ? [{ type: 'StepUnlinked', data: { side, dutyPointId } } as const] : [];
  });

/** What the step that asks is, and who asks, is taken from its own record. */
export const offerLink: Rule<'OfferLink'> = (asked, state, _, there) => {
  const { side, dutyPointId } = asked;
  const proposal = askedFor(there, side);
  if (!proposal) return refused('NOT_LINKED_THERE', 'dutyPointId');
  const known = state.offers.some((one) => one.dutyPointId === dutyPointId && one.side === side);
  if (known) return happened();
  const { orgId } = proposal;
  const data = { ...asked, ...there.about, ...(orgId && { orgId }), linkId: linkOf(dutyPointId) };
  return happened({ type: 'LinkOffered', data });
};

const askedFor = ({ proposals }: LinkedThere, side: Side) => proposals.find((one) => one.side === opposite(side));

const answering =
  <T extends 'AcceptLink' | 'RefuseLink'>(
    answer: (offer: PendingLink, asked: CommandData<T>, state: DefinedDutyPoint) => Verdict,
  ): Rule<T> =>
  (asked, state) => {
    const offer = state.offers.find(({ linkId }) => linkId === asked.linkId);
    return offer ? answer(offer, asked, state) : refused('NO_SUCH_LINK', 'linkId');
  };

export const acceptLink = answering<'AcceptLink'>((offer, _, state) =>
  state[offer.side] ? refused('SIDE_TAKEN', 'linkId') : happened({ type: 'LinkAccepted', data: offer }),
);

export const refuseLink = answering<'RefuseLink'>((offer, { reason }) =>
  reason ? happened({ type: 'LinkRefused', data: { ...offer, reason } }) : refused('REASON_REQUIRED', 'reason'),
);

/** A policy closes a proposal only where the record of the other step declined it, and not one that was made since. */
export const closeLinkProposal: Rule<'CloseLinkProposal'> = ({ dutyPointId }, { proposals }, _, { declinedAt }) => {
  const proposal = proposals.find((one) => one.dutyPointId === dutyPointId);
  if (!proposal) return happened();
  if (declinedAt === undefined || declinedAt < proposal.askedAt) return refused('NOT_LINKED_THERE', 'dutyPointId');
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
