import { commonPath, type AskedOf, type Id, type Owner, type TerritoryPath } from '#kernel';
import type { DutyPointCommand } from './duty-point.commands.js';
import type { DutyPointFacts } from './duty-point.facts.js';
import { ownerOf, type DutyPoint } from './duty-point.state.js';

/** What only who governs the place decides: that somebody holds a share of the duty gives no right to change what is required. */
const SUPERIORS_ALONE: readonly DutyPointCommand['type'][] = [
  'ProposeLink',
  'AcceptLink',
  'RefuseLink',
  'UnlinkStep',
  'CorrectDutyPoint',
  'EndAssignment',
  'WaiveParty',
  'RepointDutyPoint',
  'RetireDutyPoint',
];

/** Whose the thing is that the command is about; a superior of the holder is one whose territory holds both. */
export const ownerFor = (state: DutyPoint, asked: AskedOf<DutyPointCommand, DutyPointFacts>): Owner | undefined => {
  const owner = ownerOf(state);
  if (!owner) return asked.type === 'DefineDutyPoint' ? ownerOfNew(asked.facts.territoryPath) : undefined;
  if (SUPERIORS_ALONE.includes(asked.type)) return { ...owner, orgs: [] };
  if (asked.type === 'AssignParty') return superiorOf(owner, asked.facts?.territoryPath, [asked.data.holder.orgId]);
  if (asked.type !== 'TransferAssignment') return owner;
  const outgoing = heldBy(state, asked.data.assignmentId);
  return superiorOf(owner, asked.facts.found?.territoryPath, [asked.data.holder.orgId, ...outgoing]);
};

const ownerOfNew = (territory: TerritoryPath | undefined): Owner | undefined =>
  territory === undefined ? undefined : { territory, orgs: [] };

/** A superior's territory holds both the duty and the holder; a unit's head names holders only within the one unit. */
const superiorOf = (
  { territory, orgs }: Owner,
  holders: TerritoryPath | undefined,
  named: readonly Id<'organisation'>[],
): Owner => ({
  territory: commonPath(territory, holders ?? territory),
  orgs: orgs.filter((org) => named.every((one) => one === org)),
});

const heldBy = (state: DutyPoint, id: Id<'assignment'>): readonly Id<'organisation'>[] =>
  state.is === 'new'
    ? []
    : state.assignments.filter(({ assignmentId }) => assignmentId === id).map(({ holder }) => holder.orgId);
