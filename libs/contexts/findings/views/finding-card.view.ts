import { ref, type Fold, type Happening, viewOf } from '#kernel';
import { findingEvents, type FindingData, type FindingEvent } from '../finding.events.js';
import { roundsAfter, wasLate } from '../finding.rounds.js';
import { RECORDED, standingAfter } from '../finding.stages.js';
import { ownerOf, stakesAfter, stakesOf } from '../finding.stakes.js';
import { FINDING_CLASSES } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';
import { answerableHolder } from './parts.js';
import { added, ordered, type Rectification } from './rectification.js';

type Change<T extends FindingEvent['type'], Changed> = (data: FindingData<T>, at: Happening) => Changed;

const open = { closedOut: false, onTime: false, late: false } as const;

const newCard = (data: FindingData<'ObservationRecorded'>, at: Happening): FindingCard => {
  const { territoryId, territoryPath, subjectOrgId, dutyPointId, answerable, ...rest } = data;
  const { is: status, hasPlan } = RECORDED;
  return {
    ...rest,
    id: at.stream,
    ...{ status, hasPlan },
    stakes: stakesOf(data, at),
    rounds: [],
    territory: ref(territoryId),
    recordedBy: ref(at.actorId),
    occurredAt: at.occurredAt,
    recordedAt: at.recordedAt,
    answerable: answerable.map(answerableHolder),
    ...open,
    confirmed: false,
    counted: false,
    returned: false,
    relapsed: false,
    ...(subjectOrgId && { subject: ref(subjectOrgId), subjectOrgId }),
    ...(dutyPointId && { dutyPoint: ref(dutyPointId), dutyPointId }),
  };
};

/** Moves a card to the stage, and gives it the stakes, that the tables name for this fact. */
const toStage =
  <T extends FindingEvent['type']>(
    type: T,
    change: (data: FindingData<T>, at: Happening, card: FindingCard) => Partial<FindingCard> = () => ({}),
  ): Fold<FindingCard, FindingData<T>> =>
  (card, data, at) => {
    if (!card) return card;
    const { is: status, hasPlan } = standingAfter({ is: card.status, hasPlan: card.hasPlan }, type);
    const stakes = stakesAfter(card.stakes, type, data);
    const rounds = roundsAfter(card.rounds, type, data, at);
    return { ...card, status, hasPlan, stakes, rounds, ...change(data, at, { ...card, rounds }) };
  };

/** Does what `toStage` does, for a fact that adds to the rectification under way. */
const adding = <T extends FindingEvent['type']>(
  type: T,
  addition: Change<T, Partial<Rectification>>,
  more: (card: FindingCard) => Partial<FindingCard> = () => ({}),
) =>
  toStage(type, (data, at, card) => ({
    ...more(card),
    ...(card.rectification && { rectification: { ...card.rectification, ...addition(data, at) } }),
  }));

/** Once late is late for good, in whatever round (F6). */
const struckOff = ({ rounds }: FindingCard) => ({ closedOut: true, onTime: !wasLate(rounds), late: wasLate(rounds) });

/** Every finding, its rectification, and the flags that closure rates count. */
export const findingCard = viewOf<FindingCard, typeof findingEvents>({
  name: 'finding_card',
  version: 4,
  of: findingEvents,
  key: (_, { stream }) => stream,
  owner: ({ stakes }) => ownerOf(stakes),
  subject: { label: (card) => `${FINDING_CLASSES.words[card.class].zh} · ${card.place}` },
  indexes: ['status', 'confirmed', 'kind', 'class', 'severity', 'unitId', 'subjectOrgId', 'dutyPointId', 'closedOut'],
  tallied: ['counted', 'onTime', 'late', 'returned', 'relapsed', 'confirmedAt'],
  on: {
    ObservationRecorded: (_, data, at) => newCard(data, at),
    FindingNoted: 'ignore',
    ObservationDismissed: toStage('ObservationDismissed'),
    FindingConfirmed: toStage('FindingConfirmed', (_, { occurredAt }) => ({
      confirmed: true,
      counted: true,
      confirmedAt: occurredAt,
    })),
    FindingVoided: toStage('FindingVoided', () => ({ counted: false, ...open })),
    RectificationOrdered: toStage('RectificationOrdered', (data, at) => ({
      unitId: data.unitId,
      rectification: ordered(data, at),
    })),
    RectificationAcknowledged: adding('RectificationAcknowledged', added.RectificationAcknowledged),
    PlanSubmitted: adding('PlanSubmitted', added.PlanSubmitted),
    PlanApproved: adding('PlanApproved', added.PlanApproved),
    PlanReturned: toStage('PlanReturned'),
    ImmediateFixReported: adding('ImmediateFixReported', added.ImmediateFixReported),
    CompletionReported: adding('CompletionReported', added.CompletionReported),
    VerifierAssigned: adding('VerifierAssigned', added.VerifierAssigned),
    VerifierPassed: toStage('VerifierPassed'),
    VerificationPassed: adding('VerificationPassed', added.Verified),
    VerificationFailed: adding('VerificationFailed', added.Verified, () => ({ returned: true })),
    CloseOutApproved: adding('CloseOutApproved', added.CloseOutApproved, struckOff),
    CloseOutRefused: toStage('CloseOutRefused'),
    LookBackPassed: adding('LookBackPassed', added.LookedBack),
    RelapseConfirmed: adding('RelapseConfirmed', added.LookedBack, () => ({ ...open, relapsed: true })),
    RectificationReopened: toStage('RectificationReopened'),
  },
});
