import { plainly, ref, type Happening } from '#kernel';
import type { FindingData } from '../finding.events.js';
import { RECORDED } from '../finding.stages.js';
import { stakesOf } from '../finding.stakes.js';
import type { FindingCard } from './finding-card.js';
import { partsIn } from './parts-had.js';
import { answerableHolder } from './parts.js';

/** A card as it begins. */
export const newCard = (data: FindingData<'ObservationRecorded'>, at: Happening): FindingCard => {
  const {
    territoryId,
    territoryPath: _,
    subjectTold = false,
    notDuplicateOf = [],
    subjectOrgId,
    dutyPointId,
    answerable,
    ...rest
  } = data;
  const { is: status, hasPlan } = RECORDED;
  return {
    ...rest,
    id: at.stream,
    ...{ status, hasPlan, territoryId, subjectTold, notDuplicateOf, addedEvidence: [], changes: [] },
    stakes: stakesOf(data, at),
    rounds: [],
    territory: ref(territoryId),
    recordedBy: ref(at.actorId),
    recorderId: at.actorId,
    occurredAt: at.occurredAt,
    recordedAt: at.recordedAt,
    answerable: answerable.map(answerableHolder),
    ...{
      confirmed: false,
      counted: false,
      voided: false,
      merged: false,
      closedOut: false,
      returned: false,
      relapsed: false,
    },
    ...{ late: false, lateEntry: false, charges: [], verifiedBy: [] },
    ...{
      verifierIds: [],
      toVerify: [],
      parts: partsIn([], { type: 'ObservationRecorded', data }, at),
      digests: rest.evidence.map(({ sha256 }) => sha256),
    },
    plainPlace: plainly(rest.place),
    ...(subjectOrgId && { subject: ref(subjectOrgId), subjectOrgId }),
    ...(dutyPointId && { dutyPoint: ref(dutyPointId), dutyPointId }),
  };
};

/** F9: a card shows what is said now; what was said before stays in the story. */
export const corrected = (
  data: FindingData<'ObservationCorrected'>,
  _: Happening,
  card: FindingCard,
): Partial<FindingCard> => {
  const { class: of, place, description, answerable, subjectOrgId, dutyPointId, notDuplicateOf = [] } = data;
  return {
    notDuplicateOf: [...new Set([...card.notDuplicateOf, ...notDuplicateOf])],
    ...(of && { class: of }),
    ...(place && { place, plainPlace: plainly(place) }),
    ...(description && { description }),
    ...(answerable && { answerable: answerable.map(answerableHolder) }),
    ...(subjectOrgId && { subject: ref(subjectOrgId), subjectOrgId }),
    ...(dutyPointId && { dutyPoint: ref(dutyPointId), dutyPointId }),
  };
};
