import { ref, type Fold, type Happening, viewOf } from '#kernel';
import { findingEvents, type FindingData, type FindingEvent } from '../finding.events.js';
import { roundsAfter, wasLate } from '../finding.rounds.js';
import { RECORDED, standingAfter } from '../finding.stages.js';
import { ownerOf, stakesAfter, stakesOf } from '../finding.stakes.js';
import { FINDING_CLASSES } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';
import { answerableHolder, verifyingPerson } from './parts.js';
import { added, ordered, type Rectification } from './rectification.js';

type Change<T extends FindingEvent['type'], Changed> = (data: FindingData<T>, at: Happening) => Changed;

const open = { closedOut: false, onTime: false, late: false } as const;

const newCard = (data: FindingData<'ObservationRecorded'>, at: Happening): FindingCard => {
  const { territoryId, territoryPath: _, subjectTold: __, subjectOrgId, dutyPointId, answerable, ...rest } = data;
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

const orderedAnew = (data: FindingData<'RectificationOrdered'>, at: Happening) => ({
  unitId: data.unitId,
  rectification: ordered(data, at),
});

/** Nobody is to mend it any more, until it is ordered again. */
const unordered = (card: FindingCard | undefined): FindingCard | undefined => {
  if (!card) return card;
  const { unitId: _, rectification: __, ...rest } = card;
  return rest;
};

/** F9: a card shows what is said now; what was said before stays in the story. */
const corrected = (data: FindingData<'ObservationCorrected'>): Partial<FindingCard> => {
  const { class: of, place, description, answerable, subjectOrgId, dutyPointId } = data;
  return {
    ...(of && { class: of }),
    ...(place && { place }),
    ...(description && { description }),
    ...(answerable && { answerable: answerable.map(answerableHolder) }),
    ...(subjectOrgId && { subject: ref(subjectOrgId), subjectOrgId }),
    ...(dutyPointId && { dutyPoint: ref(dutyPointId), dutyPointId }),
  };
};

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
    RectificationOrdered: toStage('RectificationOrdered', orderedAnew),
    OrderRedirected: toStage('OrderRedirected', orderedAnew),
    OrderWithdrawn: (card, data, at, key) => unordered(toStage('OrderWithdrawn')(card, data, at, key)),
    AcceptorReplaced: adding('AcceptorReplaced', ({ acceptorOrgId }) => ({ acceptor: ref(acceptorOrgId) })),
    PlanRevised: adding('PlanRevised', added.PlanSubmitted),
    EarlierFixTaken: adding('EarlierFixTaken', ({ reportedAt }) => ({ completionReportedAt: reportedAt })),
    VerifierReplaced: toStage('VerifierReplaced', ({ outgoing, verifiers }, _, { rectification }) => ({
      ...(rectification && {
        rectification: {
          ...rectification,
          verifiers: [
            ...rectification.verifiers.filter(({ person }) => person.id !== outgoing),
            ...verifiers.map(verifyingPerson),
          ],
        },
      }),
    })),
    EvidenceAdded: toStage('EvidenceAdded'),
    SeverityChanged: toStage('SeverityChanged', ({ severity }) => ({ severity })),
    ObservationCorrected: toStage('ObservationCorrected', corrected),
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
