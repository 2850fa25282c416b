import {
  bilingual,
  isId,
  type DataOf,
  type Fold,
  type Happening,
  type Id,
  type TerritoryPath,
  type View,
} from '#kernel';
import { DateTime, ref, Ref, Shown } from '#platform/graphql';
import { ID, ObjectType } from '@nestjs/graphql';
import { findingEvents, type FindingEvent } from '../finding.events.js';
import { FINDING_CLASSES, type FindingClass, type FindingKind, type Severity, type Stage } from '../finding.words.js';
import { ClassOfFinding, KindOfFinding, SeverityOfFinding, StageOfFinding } from './enums.js';
import { AnswerableHolder, answerableHolder, Evidence } from './parts.js';
import { added, ordered, Rectification } from './rectification.js';

@ObjectType('Finding', {
  description: bilingual({ en: 'A shortcoming and what became of it.', zh: '问题及其整改情况。' }),
})
export class FindingCard {
  @Shown(() => ID, { en: 'Its id.', zh: '编号。' })
  id!: Id;
  @Shown(() => StageOfFinding, { en: 'Where it stands.', zh: '状态。' })
  status!: Stage;
  @Shown(() => KindOfFinding, { en: 'How it came to be.', zh: '来源。' })
  kind!: FindingKind;
  @Shown(() => ClassOfFinding, { en: 'What kind of shortcoming.', zh: '类别。' })
  class!: FindingClass;
  @Shown(() => SeverityOfFinding, { en: 'How grave.', zh: '严重程度。' })
  severity!: Severity;
  @Shown(() => String, { en: 'What was seen.', zh: '问题描述。' })
  description!: string;
  @Shown(() => String, { en: 'Where it was seen.', zh: '地点。' })
  place!: string;
  @Shown(() => Ref, { en: 'The territory.', zh: '属地。' })
  territory!: Ref;
  @Shown(() => Ref, { en: 'The body it is about.', zh: '被检查单位。', optional: true })
  subject?: Ref;
  @Shown(() => Ref, { en: 'The duty point it is about.', zh: '责任点。', optional: true })
  dutyPoint?: Ref;
  @Shown(() => Ref, { en: 'Who recorded it.', zh: '记录人。' })
  recordedBy!: Ref;
  @Shown(() => DateTime, { en: 'When it happened.', zh: '发生时间。' })
  occurredAt!: string;
  @Shown(() => DateTime, { en: 'When the log took it.', zh: '记录时间。' })
  recordedAt!: string;
  @Shown(() => DateTime, { en: 'When it was confirmed.', zh: '认定时间。', optional: true })
  confirmedAt?: string;
  @Shown(() => [Evidence], { en: 'The evidence it was recorded with.', zh: '记录时的证据材料。' })
  evidence!: readonly Evidence[];
  @Shown(() => [AnswerableHolder], { en: 'Who held the duty when it happened.', zh: '事发时的责任人。' })
  answerable!: readonly AnswerableHolder[];
  @Shown(() => Rectification, { en: 'What is done about it.', zh: '整改情况。', optional: true })
  rectification?: Rectification;
  @Shown(() => Boolean, { en: 'It was confirmed.', zh: '是否已认定。' })
  confirmed!: boolean;
  @Shown(() => Boolean, { en: 'It counts in the closure rate: confirmed and not voided.', zh: '是否计入销号率分母。' })
  counted!: boolean;
  @Shown(() => Boolean, { en: 'It is struck off now.', zh: '是否已销号。' })
  closedOut!: boolean;
  @Shown(() => Boolean, { en: 'Struck off, and reported done by the original due time.', zh: '是否按期完成。' })
  onTime!: boolean;
  @Shown(() => Boolean, { en: 'Struck off, and reported done after the original due time.', zh: '是否逾期完成。' })
  late!: boolean;
  @Shown(() => Boolean, { en: 'A verification sent it back at least once.', zh: '是否曾被核查退回。' })
  returned!: boolean;
  @Shown(() => Boolean, { en: 'It came back after a close-out at least once.', zh: '是否曾反弹。' })
  relapsed!: boolean;

  territoryPath!: TerritoryPath;
  recorderOrgId?: Id<'organisation'>;
  subjectOrgId?: Id<'organisation'>;
  unitId?: Id<'organisation'>;
  dutyPointId?: Id<'dutyPoint'>;
}

type Recorded = DataOf<FindingEvent, 'ObservationRecorded'>;

const open = { closedOut: false, onTime: false, late: false } as const;

const newCard = (data: Recorded, at: Happening): FindingCard => {
  const { territoryId, subjectOrgId, dutyPointId, answerable, ...rest } = data;
  return {
    ...rest,
    id: at.stream,
    status: 'observed',
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
    ...(at.orgId && { recorderOrgId: at.orgId }),
    ...(subjectOrgId && { subject: ref(subjectOrgId), subjectOrgId }),
    ...(dutyPointId && { dutyPoint: ref(dutyPointId), dutyPointId }),
  };
};

/** Who recorded it, mends it, verifies it and accepts it. */
const stakeholders = ({ recorderOrgId, rectification }: FindingCard): readonly Id<'organisation'>[] => {
  const { unit, acceptor, verifiers = [] } = rectification ?? {};
  const ids = [recorderOrgId, unit?.id, acceptor?.id, ...verifiers.map(({ organisation }) => organisation.id)];
  return [...new Set(ids.filter((id) => isId('organisation', id)))];
};

const changed =
  <D>(change: (data: D, at: Happening) => Partial<FindingCard>): Fold<FindingCard, D> =>
  (card, data, at) =>
    card && { ...card, ...change(data, at) };

/** For facts that move the rectification on. */
const moved =
  <D>(
    status: Stage,
    add: (data: D, at: Happening) => Partial<Rectification> = () => ({}),
    more: Partial<FindingCard> = {},
  ): Fold<FindingCard, D> =>
  (card, data, at) => {
    if (!card?.rectification) return card;
    return { ...card, status, ...more, rectification: { ...card.rectification, ...add(data, at) } };
  };

/** Back to the plan, or, when there was none, to choosing how. */
const backToWork = (card: FindingCard): Stage =>
  card.rectification?.measures.length ? 'inRectification' : 'acknowledged';

const isOnTime = ({ rectification }: FindingCard): boolean =>
  (rectification?.completionReportedAt ?? '') <= (rectification?.originalDueAt ?? '');

/** Every finding, its rectification, and the flags that closure rates count. */
export const findingCard: View<FindingCard, FindingEvent> = {
  name: 'finding_card',
  version: 2,
  of: findingEvents,
  key: (_, { stream }) => stream,
  owner: (card) => ({ territory: card.territoryPath, orgs: stakeholders(card) }),
  subject: { label: (card) => `${FINDING_CLASSES[card.class].zh} · ${card.place}` },
  indexes: ['status', 'confirmed', 'kind', 'class', 'severity', 'unitId', 'subjectOrgId', 'dutyPointId', 'closedOut'],
  tallied: ['counted', 'onTime', 'late', 'returned', 'relapsed', 'confirmedAt'],
  on: {
    ObservationRecorded: (_, data, at) => newCard(data, at),
    ObservationDismissed: changed(() => ({ status: 'dismissed' })),
    FindingConfirmed: changed((_, { occurredAt }) => ({
      status: 'confirmed',
      confirmed: true,
      counted: true,
      confirmedAt: occurredAt,
    })),
    FindingVoided: changed(() => ({ status: 'voided', counted: false, ...open })),
    RectificationOrdered: changed((data, at) => ({
      status: 'ordered',
      unitId: data.unitId,
      rectification: ordered(data, at),
    })),
    RectificationAcknowledged: moved('acknowledged', added.RectificationAcknowledged),
    PlanSubmitted: moved('planSubmitted', added.PlanSubmitted),
    PlanApproved: moved('inRectification', added.PlanApproved),
    PlanReturned: moved('planReturned'),
    ImmediateFixReported: moved('completionReported', added.ImmediateFixReported),
    CompletionReported: moved('completionReported', added.CompletionReported),
    VerifierAssigned: moved('underVerification', added.VerifierAssigned),
    VerificationPassed: moved('verified', added.Verified),
    VerificationFailed: (card, data, at) =>
      card && moved(backToWork(card), added.Verified, { returned: true })(card, data, at),
    CloseOutApproved: (card, data, at) =>
      card &&
      moved('closedOut', added.CloseOutApproved, {
        closedOut: true,
        onTime: isOnTime(card),
        late: !isOnTime(card),
      })(card, data, at),
    CloseOutRefused: (card) => card && { ...card, status: backToWork(card) },
    LookBackPassed: moved('closedOut', added.LookedBack),
    RelapseConfirmed: moved('relapsed', added.LookedBack, { ...open, relapsed: true }),
    RectificationReopened: moved('reopened'),
  },
};
