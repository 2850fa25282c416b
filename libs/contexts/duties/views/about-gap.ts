import {
  anId,
  aTerritoryPath,
  kept,
  list,
  optional,
  part,
  partOf,
  pointer,
  ref,
  text,
  type DataOf,
  type Id,
  type Owner,
} from '#kernel';
import { z } from 'zod';
import type { DutyPointEvent } from '../duty-point.events.js';

const neighbourOfGap = partOf(
  'NeighbourOfGap',
  {
    dutyPoint: pointer('The step.', '环节。'),
    organisation: pointer('Who holds it.', '责任机构。'),
  },
  { en: 'A neighbouring step and its holder.', zh: '相邻环节及其责任机构。' },
);

/** Where something hangs in the air, as every row about it says. */
export const aboutGap = {
  dutyPoint: pointer('The duty point.', '责任点。'),
  matter: text(200, 'What it is about.', '事项。'),
  step: text(200, 'The step of the work.', '环节。'),
  place: optional(text(200, 'The place.', '地点。')),
  placeType: optional(text(60, 'The type of place.', '场所类型。')),
  territory: pointer('The territory.', '属地。'),
  between: list(part(neighbourOfGap, 'The steps before and after, of an orphan step.', '前后环节（环节悬空）。')),
  provisionalHolder: pointer(
    'The place whose party committee and government answer meanwhile.',
    '空缺期间由属地兜底。',
  ),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
};

type Detected = DataOf<DutyPointEvent, 'GapDetected'>;

/** What an event of a gap says about where it is. */
export const whereIs = (dutyPoint: Id, { kind: _, party: __, ...where }: Detected) => {
  const { territoryId, between = [], place, placeType, ...rest } = where;
  return {
    ...rest,
    ...(place !== undefined && { place }),
    ...(placeType !== undefined && { placeType }),
    dutyPoint: ref(dutyPoint),
    territory: ref(territoryId),
    between: between.map((beside) => ({ dutyPoint: ref(beside.dutyPointId), organisation: ref(beside.orgId) })),
    provisionalHolder: ref(territoryId),
  };
};

/** Whose a gap is: its place's, and the bodies' beside it. */
export const ownerOfGap = ({ territoryPath, orgs }: Pick<Detected, 'territoryPath' | 'orgs'>): Owner => ({
  territory: territoryPath,
  orgs,
});

/** What else happens to a duty point: whether it opens or closes a gap is told by an event of its own. */
export const NOT_OF_GAPS = {
  StepUnlinked: 'ignore',
  DutyPointDefined: 'ignore',
  StepLinked: 'ignore',
  LinkProposed: 'ignore',
  LinkProposalClosed: 'ignore',
  LinkOffered: 'ignore',
  LinkAccepted: 'ignore',
  LinkRefused: 'ignore',
  PartyAssigned: 'ignore',
  AssignmentAccepted: 'ignore',
  AssignmentEnded: 'ignore',
  TransferProposed: 'ignore',
  TransferSigned: 'ignore',
  AssignmentTransferred: 'ignore',
  HolderBecameInactive: 'ignore',
  PartyWaived: 'ignore',
  BasisEnded: 'ignore',
  DutyRepointed: 'ignore',
  DutyPointRetired: 'ignore',
} as const;
