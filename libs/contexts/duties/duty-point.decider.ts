import { claiming, happened, possibleDuplicate, refused, type Decider } from '#kernel';
import { acceptAssignment, assignParty, deactivateAssignment, endAssignment } from './duty-point.assignments.js';
import { dutyPointBars } from './duty-point.bars.js';
import { markBasisEnded, repoint, retire } from './duty-point.basis.js';
import { dutyPointCommands, type CommandData, type DutyPointCommand } from './duty-point.commands.js';
import { correct } from './duty-point.correct.js';
import type { DutyPointEvent } from './duty-point.events.js';
import { dutyPointFacts, type DutyPointFacts, type Surroundings } from './duty-point.facts.js';
import { filled, noHolder, orphanStep } from './duty-point.gaps.js';
import { leadOf } from './duty-point.holders.js';
import {
  acceptLink,
  closeLinkProposal,
  dropLink,
  linkStep,
  offerLink,
  proposed,
  proposeLink,
  refuseLink,
  unlinkStep,
  wrongNeighbours,
} from './duty-point.links.js';
import { ownerFor, stakeFor } from './duty-point.owner.js';
import { dutyPointRefusals, type DutyPointRefusal } from './duty-point.refusals.js';
import { whileDefined, type Rule } from './duty-point.rule.js';
import { signTransfer, transferAssignment } from './duty-point.transfers.js';
import { dutyPointStream, type DutyPoint } from './duty-point.state.js';
import { claimsOnThing } from './duty-point.twins.js';

const define: Rule<'DefineDutyPoint', DutyPoint> = (asked, state, _, around) => {
  if (state.is !== 'new') return refused('ALREADY_DEFINED');
  const { territoryPath } = around;
  if (asked.requiredParties.length === 0) return refused('NO_PARTY', 'requiredParties');
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  if (asked.place === undefined && asked.placeType === undefined) return refused('NO_PLACE', 'place');
  const point = { ...own(asked, around), requiredParties: [...new Set(asked.requiredParties)], territoryPath };
  const gaps = point.requiredParties.map((party) => noHolder(point, party));
  const proposals = proposed(asked, around);
  const no = wrongNeighbours(asked, around) ?? possibleDuplicate(around.twins, asked);
  return (
    no ?? claiming(happened({ type: 'DutyPointDefined', data: point }, ...gaps, ...proposals), claimsOnThing(point))
  );
};

/** A neighbour of another place is not a neighbour before that side agrees. */
const own = ({ previous, next, ...point }: CommandData<'DefineDutyPoint'>, { foreign }: Surroundings) => ({
  ...point,
  ...(previous && !foreign.includes('previous') && { previous }),
  ...(next && !foreign.includes('next') && { next }),
});

const waive: Rule<'WaiveParty'> = ({ party, reason }, state) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if (!state.parties.includes(party)) return refused('PARTY_NOT_REQUIRED', 'party');
  if (leadOf(state, party)) return refused('LEAD_ALREADY_NAMED', 'party');
  if (state.parties.length === 1) return refused('LAST_PARTY', 'party');
  return happened({ type: 'PartyWaived', data: { party, reason } }, ...filled(state, party));
};

/** The thing that must have holders: a matter at a place, at one step of the work. */
export const dutyPoint: Decider<DutyPoint, DutyPointCommand, DutyPointEvent, DutyPointRefusal, DutyPointFacts> = {
  ...dutyPointStream,
  commands: dutyPointCommands,
  refusals: dutyPointRefusals,
  facts: dutyPointFacts,
  owner: ownerFor,
  stake: stakeFor,
  bars: dutyPointBars,
  decide: {
    DefineDutyPoint: define,
    LinkStep: whileDefined(linkStep),
    ProposeLink: whileDefined(proposeLink),
    OfferLink: whileDefined(offerLink),
    AcceptLink: whileDefined(acceptLink),
    RefuseLink: whileDefined(refuseLink),
    CloseLinkProposal: whileDefined(closeLinkProposal),
    UnlinkStep: whileDefined(unlinkStep),
    DropLink: whileDefined(dropLink),
    CorrectDutyPoint: whileDefined(correct),
    AssignParty: whileDefined(assignParty),
    AcceptAssignment: whileDefined(acceptAssignment),
    TransferAssignment: whileDefined(transferAssignment),
    SignTransfer: whileDefined(signTransfer),
    EndAssignment: whileDefined(endAssignment),
    DeactivateAssignment: whileDefined(deactivateAssignment),
    WaiveParty: whileDefined(waive),
    MarkBasisEnded: whileDefined(markBasisEnded),
    RepointDutyPoint: whileDefined(repoint),
    RetireDutyPoint: whileDefined(retire),
    ReviewStep: whileDefined<'ReviewStep'>((_, state, __, neighbours) => happened(...orphanStep(state, neighbours))),
  },
};
