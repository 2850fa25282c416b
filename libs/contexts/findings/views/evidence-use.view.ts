import { anyId, instant, kept, ownId, pointer, ref, rowOf, viewOf, type Fold, type PartData } from '#kernel';
import { findingEvents, type FindingEvent } from '../finding.events.js';
import type { EvidenceItem } from '../finding.state.js';

export const evidenceUseRow = rowOf('EvidenceUse', 'Where a file is used as evidence.', '证据材料使用情况。', {
  id: ownId('The file.', '证据材料编号。'),
  finding: pointer('The finding that took it.', '所属问题。'),
  usedAt: instant('When the log took that.', '使用记录时间。'),
  usedBy: pointer('Who used it.', '使用人。'),
  findingId: kept(anyId()),
});

type EvidenceUse = PartData<typeof evidenceUseRow>;

type Bringing = Extract<FindingEvent, { readonly data: { readonly evidence: readonly EvidenceItem[] } }>['type'];

const isBringing = (event: FindingEvent): event is Extract<FindingEvent, { readonly type: Bringing }> =>
  'evidence' in event.data;

/** The files that an event brings. */
const filesIn = (event: FindingEvent): readonly EvidenceItem[] => {
  if (event.type === 'ImmediateFixReported') return [...event.data.before, ...event.data.after];
  if (event.type === 'CompletionReported') return event.data.measures.flatMap(({ evidence }) => evidence);
  return isBringing(event) ? event.data.evidence : [];
};

/** The first use counts; within its finding a file may be named again. */
const used: Fold<EvidenceUse, unknown> = (row, _, { stream, recordedAt, actorId }, key) =>
  row ?? {
    id: key as EvidenceUse['id'],
    finding: ref(stream),
    usedAt: recordedAt,
    usedBy: ref(actorId),
    findingId: stream,
  };

const OTHERS = {
  FindingNumbered: 'ignore',
  FindingNoted: 'ignore',
  ObservationDismissed: 'ignore',
  FindingConfirmed: 'ignore',
  FindingVoided: 'ignore',
  RectificationOrdered: 'ignore',
  RectificationAcknowledged: 'ignore',
  PlanSubmitted: 'ignore',
  PlanApproved: 'ignore',
  PlanReturned: 'ignore',
  EarlierFixTaken: 'ignore',
  VerifierAssigned: 'ignore',
  CloseOutApproved: 'ignore',
  OrderRedirected: 'ignore',
  OrderWithdrawn: 'ignore',
  AcceptorReplaced: 'ignore',
  VerifierReplaced: 'ignore',
  PlanRevised: 'ignore',
  SeverityChanged: 'ignore',
  ObservationCorrected: 'ignore',
  FindingMerged: 'ignore',
  CloseOutRefused: 'ignore',
  RectificationReopened: 'ignore',
} as const;

/** Which finding has which file. Whoever may see the finding may know; by itself the row is in sight of nobody. */
export const evidenceUse = viewOf<EvidenceUse, typeof findingEvents>({
  name: 'evidence_use',
  version: 1,
  of: findingEvents,
  key: (event) => filesIn(event).map(({ id }) => id),
  owner: () => ({ territory: '', orgs: [] }),
  indexes: ['findingId'],
  on: {
    ...OTHERS,
    ObservationRecorded: used,
    ImmediateFixReported: used,
    CompletionReported: used,
    VerifierPassed: used,
    VerificationPassed: used,
    VerificationFailed: used,
    EvidenceAdded: used,
    LookBackPassed: used,
    RelapseConfirmed: used,
  },
});
