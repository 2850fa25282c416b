import { territoryStream } from '#contexts/parties';
import type { Ending, Id, Occasion, Own, StateReader, TerritoryPath } from '#kernel';
import type { CommandData } from './duty-point.commands.js';
import type { Neighbour } from './duty-point.gaps.js';
import {
  aroundEnd,
  aroundHandover,
  aroundHolder,
  aroundLeaving,
  type FoundHolder,
  type Handover,
} from './duty-point.holding.js';
import { bodyOf } from './duty-point.holders.js';
import {
  askedThere,
  besideOne,
  droppedThere,
  neighbourhood,
  unlinkedThere,
  type LinkedThere,
  refusedThere,
  type Neighbourhood,
  type RefusedThere,
} from './duty-point.neighbourhood.js';
import { righted } from './duty-point.righted.js';
import { dutyPointStream, type DutyPoint } from './duty-point.state.js';
import { isSameThing, twinsOf, type Thing } from './duty-point.twins.js';

/** Where a new duty point would lie, and what is known of the neighbours that it names. */
export interface Surroundings extends Neighbourhood {
  readonly territoryPath: TerritoryPath | undefined;
  /** What is defined already and may be the same, of what the actor may see (F8). */
  readonly twins: readonly Id[];
}

/** What is read of other streams for each command that rests on more than the duty point itself. */
export interface DutyPointFacts {
  readonly DefineDutyPoint: Surroundings;
  readonly CorrectDutyPoint: Pick<Surroundings, 'twins'>;
  readonly AssignParty: FoundHolder | undefined;
  readonly TransferAssignment: Handover;
  readonly EndAssignment: Pick<Handover, 'isGone'>;
  readonly DeactivateAssignment: Pick<Handover, 'isGone'>;
  readonly ReviewStep: readonly Neighbour[];
  readonly LinkStep: Pick<Neighbourhood, 'missing'>;
  readonly ProposeLink: Neighbourhood;
  readonly OfferLink: LinkedThere;
  readonly DropLink: Pick<Neighbourhood, 'missing'>;
  readonly CloseLinkProposal: RefusedThere;
  readonly MarkBasisEnded: Ending | undefined;
}

const aroundNew = async (
  read: StateReader,
  asked: CommandData<'DefineDutyPoint'>,
  own: Own<DutyPoint>,
  on: Occasion,
): Promise<Surroundings> => {
  const place = await read.state(territoryStream, asked.territoryId);
  return {
    ...(await neighbourhood(read, asked, own, on)),
    territoryPath: place.is === 'standing' ? place.path : undefined,
    twins: await twinsOf(read, asked, own.stream),
  };
};

/** A duty point that is put right is looked at as what it will be. */
const aroundCorrection = async (
  read: StateReader,
  { notDuplicateOf: _, reason: __, ...right }: CommandData<'CorrectDutyPoint'>,
  own: Own<DutyPoint>,
): Promise<Pick<Surroundings, 'twins'>> => {
  const state = await own.state();
  if (state.is === 'new') return { twins: [] };
  const thing = righted<Thing>(state.point, right);
  return { twins: isSameThing(state.point, thing) ? [] : await twinsOf(read, thing, own.stream) };
};

const neighbour = async (read: StateReader, dutyPointId: Id<'dutyPoint'>): Promise<Neighbour> => ({
  dutyPointId,
  body: bodyOf(await read.behind(dutyPointStream, dutyPointId)),
});

const aroundStep = async (read: StateReader, _: object, own: Own<DutyPoint>): Promise<readonly Neighbour[]> => {
  const step = await own.state();
  const ids = step.is === 'new' ? [] : [step.previous, step.next].filter((id) => id !== undefined);
  return Promise.all(ids.map((id) => neighbour(read, id)));
};

export type { FoundHolder } from './duty-point.holding.js';

/** Reads what a decision about a duty point needs to know of other streams. */
export const dutyPointFacts = {
  DefineDutyPoint: aroundNew,
  CorrectDutyPoint: aroundCorrection,
  AssignParty: aroundHolder,
  TransferAssignment: aroundHandover,
  EndAssignment: aroundLeaving,
  DeactivateAssignment: aroundEnd,
  ReviewStep: aroundStep,
  LinkStep: unlinkedThere,
  ProposeLink: besideOne,
  OfferLink: askedThere,
  DropLink: droppedThere,
  CloseLinkProposal: refusedThere,
  MarkBasisEnded: (read: StateReader, { directiveId }: CommandData<'MarkBasisEnded'>) => read.ending(directiveId),
};
