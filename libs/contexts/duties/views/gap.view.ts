import { bilingual, type Id, type TerritoryPath, type View } from '#kernel';
import { DateTime, ref, Ref, Shown } from '#platform/graphql';
import { ID, ObjectType } from '@nestjs/graphql';
import { dutyPointEvents, type DutyPointEvent, type GapKind, type Party } from '../duty-point.events.js';
import { KindOfGap, PartyOfDuty } from './enums.js';

@ObjectType({ description: bilingual({ en: 'A neighbouring step and its holder.', zh: '相邻环节及其责任机构。' }) })
export class NeighbourOfGap {
  @Shown(() => Ref, { en: 'The step.', zh: '环节。' })
  dutyPoint!: Ref;
  @Shown(() => Ref, { en: 'Who holds it.', zh: '责任机构。' })
  organisation!: Ref;
}

@ObjectType({ description: bilingual({ en: 'A responsibility that hangs in the air.', zh: '责任空白。' }) })
export class Gap {
  @Shown(() => ID, { en: 'The duty point, the kind and the party.', zh: '由责任点、类型与责任方构成。' })
  id!: string;
  @Shown(() => KindOfGap, { en: 'What kind of gap.', zh: '类型。' })
  kind!: GapKind;
  @Shown(() => PartyOfDuty, { en: 'Whose share nobody holds.', zh: '空缺的责任方。', optional: true })
  party?: Party;
  @Shown(() => Ref, { en: 'The duty point.', zh: '责任点。' })
  dutyPoint!: Ref;
  @Shown(() => String, { en: 'What it is about.', zh: '事项。' })
  matter!: string;
  @Shown(() => String, { en: 'The step of the work.', zh: '环节。' })
  step!: string;
  @Shown(() => String, { en: 'The place.', zh: '地点。', optional: true })
  place?: string;
  @Shown(() => String, { en: 'The type of place.', zh: '场所类型。', optional: true })
  placeType?: string;
  @Shown(() => Ref, { en: 'The territory.', zh: '属地。' })
  territory!: Ref;
  @Shown(() => [NeighbourOfGap], { en: 'The steps before and after, of an orphan step.', zh: '前后环节（环节悬空）。' })
  between!: readonly NeighbourOfGap[];
  @Shown(() => DateTime, { en: 'Open since.', zh: '发现时间。' })
  detectedAt!: string;
  @Shown(() => Ref, {
    en: 'The place whose party committee and government answer meanwhile.',
    zh: '空缺期间由属地兜底。',
  })
  provisionalHolder!: Ref;

  dutyPointId!: Id;
  territoryPath!: TerritoryPath;
  orgs!: readonly Id<'organisation'>[];
}

const gapKey = (dutyPoint: Id, { kind, party }: { readonly kind: GapKind; readonly party?: Party | undefined }) =>
  [dutyPoint, kind, ...(party ? [party] : [])].join('/');

/** The gaps that are open; a row goes when its gap is resolved, and stays in the past. */
export const gap: View<Gap, DutyPointEvent> = {
  name: 'gap',
  version: 2,
  of: dutyPointEvents,
  key: ({ type, data }, { stream }) =>
    type === 'GapDetected' || type === 'GapResolved' ? gapKey(stream, data) : stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  indexes: ['kind', 'party', 'matter', 'dutyPointId'],
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
    DutyPointDefined: 'ignore',
    StepLinked: 'ignore',
    PartyAssigned: 'ignore',
    AssignmentAccepted: 'ignore',
    AssignmentEnded: 'ignore',
    PartyWaived: 'ignore',
  },
};
