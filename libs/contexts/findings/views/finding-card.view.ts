import { ref, type Fold, type Happening, viewOf } from '#kernel';
import { findingEvents, type FindingData, type FindingEvent } from '../finding.events.js';
import { numberShown } from '../finding.number.js';
import { roundsAfter } from '../finding.rounds.js';
import { standingAfter } from '../finding.stages.js';
import { ownerOf, stakesAfter } from '../finding.stakes.js';
import { FINDING_CLASSES } from '../finding.words.js';
import { changesAfter } from './changes.js';
import { withCharges } from './charges.js';
import { earlierFix } from './earlier-fix.js';
import type { FindingCard } from './finding-card.js';
import { corrected, newCard } from './observed-card.js';
import { partsIn } from './parts-had.js';
import { withDeadlines } from './deadlines.js';
import { onceStruckOff, oncePassed, NOT_YET, UNTOLD } from './punctuality.js';
import { added, ordered } from './rectification.js';
import { reasonGiven } from './verdicts.js';

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
    const changes = changesAfter(card.changes, type, data, at);
    const parts = partsIn(card.parts, { type, data }, at);
    const now = { ...card, status, hasPlan, stakes, rounds, changes, parts };
    return withCharges(withDeadlines({ ...now, ...change(data, at, { ...card, rounds }) }));
  };

/** The facts by which somebody says that it is done. */
const REPORTS: readonly string[] = ['ImmediateFixReported', 'CompletionReported', 'EarlierFixTaken'];

/** Does what `toStage` does, for a fact that adds to the rectification under way. */
const adding = <T extends keyof typeof added>(
  type: T,
  more: (card: FindingCard, data: FindingData<T>, at: Happening) => Partial<FindingCard> = () => ({}),
) =>
  toStage(type, (data, at, card) => ({
    ...(REPORTS.includes(type) && NOT_YET),
    ...more(card, data, at),
    ...(card.rectification && {
      rectification: { ...card.rectification, ...added[type](data, at, card.rectification) },
    }),
  }));

const orderedAnew = (
  data: Pick<FindingData<'RectificationOrdered'>, 'unitId' | 'acceptorOrgId' | 'dueAt' | 'standard'>,
  at: Happening,
  card: FindingCard,
) => {
  return {
    unitId: data.unitId,
    acceptorOrgId: data.acceptorOrgId,
    verifierIds: [],
    toVerify: [],
    rectification: ordered(data, at, card.rounds),
  };
};

/** What no longer counts is neither struck off nor measured. */
const uncounted = { counted: false, closedOut: false, ...UNTOLD, late: false, lateEntry: false } as const;

const struckOff = (card: FindingCard) => ({ closedOut: true, ...onceStruckOff(card, card.rectification) });

const heard = ({ toVerify }: FindingCard, _: unknown, { actorId }: Happening) => ({
  toVerify: toVerify.filter((id) => id !== actorId),
});

/** Nobody is to mend it any more, until it is ordered again. */
const unordered = (card: FindingCard | undefined): FindingCard | undefined => {
  if (!card) return card;
  const { unitId: _, acceptorOrgId: __, rectification: ___, ...rest } = card;
  return withDeadlines({ ...rest, verifierIds: [], toVerify: [] });
};

const replacing = (ids: readonly string[], { outgoing, verifiers }: FindingData<'VerifierReplaced'>) => [
  ...ids.filter((id) => id !== outgoing),
  ...verifiers.map(({ personId }) => personId),
];

const called = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** Every finding, its rectification, and the flags that closure rates count. */
export const findingCard = viewOf<FindingCard, typeof findingEvents>({
  name: 'finding_card',
  version: 14,
  of: findingEvents,
  key: (_, { stream }) => stream,
  owner: ({ stakes }) => ownerOf(stakes),
  subject: {
    label: ({ number, class: of, place }) => {
      const { en, zh } = FINDING_CLASSES.words[of];
      return { en: called(number, en, place), zh: called(number, zh, place) };
    },
  },
  indexes: [
    'number',
    ...(['status', 'confirmed', 'kind', 'class', 'severity', 'unitId', 'subjectOrgId', 'dutyPointId'] as const),
    ...([
      'closedOut',
      'acceptorOrgId',
      'recorderId',
      'territoryId',
      'openDueAt',
      'mergedIntoId',
      'plainPlace',
      'relapsed',
    ] as const),
  ],
  lists: ['verifierIds', 'toVerify', 'parts', 'digests'],
  searched: ['place', 'number'],
  tallied: [
    ...(['counted', 'voided', 'merged', 'onTime', 'onTimeExtended', 'late', 'lateEntry', 'returned'] as const),
    ...(['occurredAt', 'recordedAt', 'confirmedAt', 'confirmationRecordedAt', 'dueAt'] as const),
    ...(['charges', 'verifiedBy'] as const),
  ],
  on: {
    ObservationRecorded: (_, data, at) => newCard(data, at),
    FindingNumbered: toStage('FindingNumbered', ({ year, number }) => ({ number: numberShown(year, number) })),
    FindingNoted: 'ignore',
    ObservationDismissed: toStage('ObservationDismissed', (data, at) => ({ dismissal: reasonGiven(data, at) })),
    FindingConfirmed: toStage('FindingConfirmed', (_, { occurredAt, recordedAt }) => ({
      confirmed: true,
      counted: true,
      confirmedAt: occurredAt,
      confirmationRecordedAt: recordedAt,
    })),
    FindingVoided: toStage('FindingVoided', (data, at) => ({
      ...uncounted,
      ...{ voided: true, voiding: reasonGiven(data, at) },
    })),
    FindingMerged: toStage('FindingMerged', (data, at) => ({
      ...uncounted,
      ...{ merged: true, merging: reasonGiven(data, at), mergedInto: ref(data.intoId), mergedIntoId: data.intoId },
      toVerify: [],
    })),
    RectificationOrdered: toStage('RectificationOrdered', orderedAnew),
    OrderRedirected: toStage('OrderRedirected', orderedAnew),
    OrderWithdrawn: (card, data, at, key) => unordered(toStage('OrderWithdrawn')(card, data, at, key)),
    AcceptorReplaced: adding('AcceptorReplaced', (_, { acceptorOrgId }) => ({ acceptorOrgId })),
    PlanRevised: adding('PlanRevised'),
    EarlierFixTaken: adding('EarlierFixTaken'),
    VerifierReplaced: adding('VerifierReplaced', ({ verifierIds, toVerify }, data) => ({
      verifierIds: replacing(verifierIds, data),
      toVerify: replacing(toVerify, data),
    })),
    EvidenceAdded: toStage('EvidenceAdded', ({ evidence }, _, { addedEvidence, digests }) => ({
      addedEvidence: [...addedEvidence, ...evidence],
      digests: [...new Set([...digests, ...evidence.map(({ sha256 }) => sha256)])],
    })),
    SeverityChanged: toStage('SeverityChanged', ({ severity }) => ({ severity })),
    ObservationCorrected: toStage('ObservationCorrected', corrected),
    RectificationAcknowledged: adding('RectificationAcknowledged'),
    PlanSubmitted: adding('PlanSubmitted'),
    PlanApproved: adding('PlanApproved'),
    PlanReturned: adding('PlanReturned'),
    ImmediateFixReported: adding('ImmediateFixReported', ({ rectification }, data, at) =>
      rectification ? {} : { earlierFix: earlierFix(data, at) },
    ),
    CompletionReported: adding('CompletionReported'),
    VerifierAssigned: adding('VerifierAssigned', (_, { verifiers }) => {
      const ids = verifiers.map(({ personId }) => personId);
      return { verifierIds: ids, toVerify: ids };
    }),
    VerifierPassed: adding('VerifierPassed', heard),
    VerificationPassed: adding('VerificationPassed', (card) => ({
      toVerify: [],
      ...oncePassed(card),
    })),
    VerificationFailed: adding('VerificationFailed', () => ({ toVerify: [], returned: true })),
    CloseOutApproved: adding('CloseOutApproved', struckOff),
    CloseOutRefused: adding('CloseOutRefused', () => ({ returned: true })),
    LookBackPassed: adding('LookBackPassed'),
    RelapseConfirmed: adding('RelapseConfirmed', () => ({ closedOut: false, ...NOT_YET, relapsed: true })),
    RectificationReopened: toStage('RectificationReopened', (data, at) => ({ reopening: reasonGiven(data, at) })),
  },
});
