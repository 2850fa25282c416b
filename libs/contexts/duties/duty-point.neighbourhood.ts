import { organisationStream, type OrganisationState } from '#contexts/parties';
import { idOf, isWithin, uuidOf, type Id, type Occasion, type Own, type StateReader } from '#kernel';
import type { CommandData } from './duty-point.commands.js';
import { dutyPointStream, sideOf, type DefinedDutyPoint, type DutyPoint, type Proposal } from './duty-point.state.js';
import { opposite, SIDES_OF_A_STEP, type Side } from './duty-point.words.js';

/** What is known of the steps that are named beside one. */
export interface Neighbourhood {
  readonly self: Id<'dutyPoint'>;
  /** Those that are not there, or not there for the one who asks. */
  readonly missing: readonly Side[];
  /** Those in a place that whoever asks does not govern: to be linked, their side has to agree. */
  readonly foreign: readonly Side[];
  /** Those that have another step where this one would stand: whose neighbour that is, is asked of nobody, so that link is undone first. */
  readonly taken: readonly Side[];
}

/** What the record of the other step says about this one: what it asks, and what it is. */
export interface LinkedThere {
  readonly proposals: readonly Proposal[];
  readonly about?: Pick<DefinedDutyPoint['point'], 'matter' | 'step' | 'territoryId'>;
}

/** When the other step declined this one last, by its own record; undefined where it never did. */
export interface RefusedThere {
  readonly declinedAt: string | undefined;
}

/** Whether a body governs the place of a step, by the record and not by what a token says. */
const governs = (body: OrganisationState, { point }: DefinedDutyPoint) =>
  body.is === 'active' && isWithin(point.territoryPath, body.territoryPath);

/** Whether somebody else than this one stands there already. */
const isTaken = (step: DutyPoint, side: Side, by: Id): boolean =>
  step.is !== 'new' && step[side] !== undefined && step[side] !== by;

/** Reads the steps that are named, and whether whoever asks governs their places. */
export const neighbourhood = async (
  read: StateReader,
  asked: CommandData<'LinkStep'>,
  { stream }: Pick<Own<DutyPoint>, 'stream'>,
  { orgId }: Pick<Occasion, 'orgId'>,
): Promise<Neighbourhood> => {
  const body: OrganisationState = orgId ? await read.state(organisationStream, orgId) : { is: 'new' };
  const named = await Promise.all(
    SIDES_OF_A_STEP.flatMap((side) => {
      const id = asked[side];
      return id ? [read.state(dutyPointStream, id).then((step) => ({ side, step }))] : [];
    }),
  );
  return {
    self: idOf('dutyPoint', uuidOf(stream)),
    missing: named.filter(({ step }) => step.is === 'new').map(({ side }) => side),
    foreign: named.filter(({ step }) => step.is !== 'new' && !governs(body, step)).map(({ side }) => side),
    taken: named.filter(({ side, step }) => isTaken(step, opposite(side), stream)).map(({ side }) => side),
  };
};

export const besideOne = (
  read: StateReader,
  { side, dutyPointId }: CommandData<'ProposeLink'>,
  own: Own<DutyPoint>,
  on: Occasion,
): Promise<Neighbourhood> => neighbourhood(read, { [side]: dutyPointId }, own, on);

/** The sides at which the step that is named does not have this one in its own record. */
export const unlinkedThere = async (
  read: StateReader,
  asked: CommandData<'LinkStep'>,
  { stream }: Own<DutyPoint>,
): Promise<Pick<Neighbourhood, 'missing'>> => {
  const named = await Promise.all(
    SIDES_OF_A_STEP.flatMap((side) => {
      const id = asked[side];
      return id ? [read.behind(dutyPointStream, id).then((step) => ({ side, step }))] : [];
    }),
  );
  const has = (step: DutyPoint, side: Side) => step.is !== 'new' && step[opposite(side)] === stream;
  return { missing: named.filter(({ side, step }) => !has(step, side)).map(({ side }) => side) };
};

/** Whether the step that stands beside this one has the link in its own record still. */
export const droppedThere = async (
  read: StateReader,
  { dutyPointId }: CommandData<'DropLink'>,
  own: Own<DutyPoint>,
): Promise<Pick<Neighbourhood, 'missing'>> => {
  const state = await own.state();
  const side = state.is === 'new' ? undefined : sideOf(state, dutyPointId);
  return side ? unlinkedThere(read, { [side]: dutyPointId }, own) : { missing: [] };
};

export const askedThere = async (
  read: StateReader,
  { dutyPointId }: CommandData<'OfferLink'>,
  { stream }: Own<DutyPoint>,
): Promise<LinkedThere> => {
  const step = await read.behind(dutyPointStream, dutyPointId);
  if (step.is === 'new') return { proposals: [] };
  const { matter, step: name, territoryId } = step.point;
  const proposals = step.proposals.filter((one) => one.dutyPointId === stream);
  return { proposals, about: { matter, step: name, territoryId } };
};

export const refusedThere = async (
  read: StateReader,
  { dutyPointId }: CommandData<'CloseLinkProposal'>,
  { stream }: Own<DutyPoint>,
): Promise<RefusedThere> => {
  const step = await read.behind(dutyPointStream, dutyPointId);
  const declined = step.is === 'new' ? [] : step.declined;
  return { declinedAt: declined.find((one) => one.dutyPointId === stream)?.declinedAt };
};
