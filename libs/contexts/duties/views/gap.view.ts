import {
  anId,
  anyId,
  aTerritoryPath,
  instant,
  kept,
  list,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  text,
  word,
  type Id,
  type PartData,
  viewOf,
} from '#kernel';
import { z } from 'zod';
import { dutyPointEvents } from '../duty-point.events.js';
import { righted } from '../duty-point.righted.js';
import { GAP_KINDS, PARTIES } from '../duty-point.words.js';

const neighbourOfGap = partOf(
  'NeighbourOfGap',
  {
    dutyPoint: pointer('The step.', '环节。'),
    organisation: pointer('Who holds it.', '责任机构。'),
  },
  { en: 'A neighbouring step and its holder.', zh: '相邻环节及其责任机构。' },
);

export const gapRow = rowOf('Gap', 'A responsibility that hangs in the air.', '责任空白。', {
  // Several gaps of one duty point are told apart by more than its id.
  id: { ...ownId('The duty point, the kind and the party.', '由责任点、类型与责任方构成。'), schema: z.string() },
  kind: word(GAP_KINDS, 'What kind of gap.', '类型。'),
  party: optional(word(PARTIES, 'Whose share nobody holds.', '空缺的责任方。')),
  dutyPoint: pointer('The duty point.', '责任点。'),
  matter: text(200, 'What it is about.', '事项。'),
  step: text(200, 'The step of the work.', '环节。'),
  place: optional(text(200, 'The place.', '地点。')),
  placeType: optional(text(60, 'The type of place.', '场所类型。')),
  territory: pointer('The territory.', '属地。'),
  between: list(part(neighbourOfGap, 'The steps before and after, of an orphan step.', '前后环节（环节悬空）。')),
  detectedAt: instant('Open since.', '发现时间。'),
  provisionalHolder: pointer(
    'The place whose party committee and government answer meanwhile.',
    '空缺期间由属地兜底。',
  ),
  dutyPointId: kept(anyId()),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
});

export type Gap = PartData<typeof gapRow>;

interface GapName {
  readonly kind: string;
  readonly party?: string | undefined;
}

const gapKey = (dutyPoint: Id, { kind, party }: GapName) => [dutyPoint, kind, ...(party ? [party] : [])].join('/');

/** Every gap that one duty point can have. */
const EVERY_GAP = Object.keys(GAP_KINDS.words).flatMap((kind): GapName[] => [
  { kind },
  ...Object.keys(PARTIES.words).map((party) => ({ kind, party })),
]);

/** The gaps that are open; a row goes when its gap is resolved, and stays in the past. */
export const gap = viewOf<Gap, typeof dutyPointEvents>({
  name: 'gap',
  version: 3,
  of: dutyPointEvents,
  key: ({ type, data }, { stream }) => {
    if (type === 'DutyPointCorrected') return EVERY_GAP.map((gap) => gapKey(stream, gap));
    return type === 'GapDetected' || type === 'GapResolved' ? gapKey(stream, data) : stream;
  },
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  indexes: ['kind', 'party', 'matter', 'dutyPointId', 'detectedAt'],
  searched: ['matter', 'step', 'place'],
  on: {
    GapDetected: (_, data, { stream, occurredAt }) => {
      const { kind, party, territoryId, between = [], place, placeType, ...where } = data;
      return {
        ...where,
        id: gapKey(stream, data),
        kind,
        ...(place !== undefined && { place }),
        ...(placeType !== undefined && { placeType }),
        ...(party && { party }),
        dutyPoint: ref(stream),
        dutyPointId: stream,
        territory: ref(territoryId),
        between: between.map(({ dutyPointId, orgId }) => ({ dutyPoint: ref(dutyPointId), organisation: ref(orgId) })),
        detectedAt: occurredAt,
        provisionalHolder: ref(territoryId),
      };
    },
    GapResolved: () => undefined,
    DutyPointCorrected: (row, { matter, step, place, placeType }) =>
      row && righted<Gap>(row, { matter, step, place, placeType }),
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
  },
});
