import { commonPath, type AskedOf, type Id, type Owner, type TerritoryPath } from '#kernel';
import type { DutyPointCommand } from './duty-point.commands.js';
import type { DutyPointFacts } from './duty-point.facts.js';
import { ownerOf, type Assignment, type DutyPoint } from './duty-point.state.js';

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
  return asked.type === 'TransferAssignment' ? ownerOfHandover(state, owner, asked) : owner;
};

type Handover = Extract<AskedOf<DutyPointCommand, DutyPointFacts>, { type: 'TransferAssignment' }>;

const ownerOfHandover = (state: DutyPoint, owner: Owner, { data, facts }: Handover): Owner => {
  const [outgoing] = heldBy(state, ({ assignmentId }) => assignmentId === data.assignmentId);
  const within = outgoing === undefined ? { ...owner, orgs: [] } : owner;
  const named = [data.holder.orgId, ...(outgoing ? [outgoing] : [])];
  return superiorOf(within, facts.found?.territoryPath, named);
};

/** Who may decide so of anything that they might name. */
export const stakeFor = (state: DutyPoint, type: DutyPointCommand['type']): Owner | undefined => {
  const owner = ownerOf(state);
  if (!owner) return undefined;
  if (SUPERIORS_ALONE.includes(type)) return { ...owner, orgs: [] };
  if (type !== 'TransferAssignment') return owner;
  const outgoing = heldBy(state, () => true);
  return { ...owner, orgs: owner.orgs.filter((org) => outgoing.includes(org)) };
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

const heldBy = (state: DutyPoint, isMeant: (one: Assignment) => boolean): readonly Id<'organisation'>[] =>
  state.is === 'new' ? [] : state.assignments.filter(isMeant).map(({ holder }) => holder.orgId);
