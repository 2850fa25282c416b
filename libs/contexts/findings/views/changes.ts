import { list, optional, part, partOf, shownText, vocabulary, word, type Happening, type PartData } from '#kernel';
import type { FindingEvent } from '../finding.events.js';
import { sayer, saying } from './verdicts.js';

const CHANGES = vocabulary('FindingChange', 'What of a finding was put otherwise.', '变更事项。', {
  orderRedirected: { en: 'The order went to another unit', zh: '改派整改单位' },
  orderWithdrawn: { en: 'The order was taken back', zh: '撤回交办' },
  acceptorReplaced: { en: 'Another body accepts', zh: '更换验收机构' },
  verifierReplaced: { en: 'Others verify', zh: '更换核查人' },
  planRevised: { en: 'The plan has a new version', zh: '修订整改方案' },
  severityChanged: { en: 'It is graver, or less grave', zh: '变更严重程度' },
  corrected: { en: 'What it says was put right', zh: '更正所记内容' },
});

const changePart = partOf(
  'ChangeOfFinding',
  {
    change: word(CHANGES, 'What was put otherwise.', '变更事项。'),
    ...saying,
    reason: optional(shownText('Why, where a reason was asked for.', '理由（须说明的）。')),
  },
  {
    en: 'Something about a finding was put otherwise; what it was before stands in its story.',
    zh: '问题的一次变更。',
  },
);

type Change = PartData<typeof changePart>;

export const shownChanges = list(part(changePart, 'What was put otherwise, in order.', '历次变更（按先后）。'));

const changeBy: { readonly [T in FindingEvent['type']]?: Change['change'] } = {
  OrderRedirected: 'orderRedirected',
  OrderWithdrawn: 'orderWithdrawn',
  AcceptorReplaced: 'acceptorReplaced',
  VerifierReplaced: 'verifierReplaced',
  PlanRevised: 'planRevised',
  SeverityChanged: 'severityChanged',
  ObservationCorrected: 'corrected',
};

/** The changes after one more fact, each with its reason. */
export const changesAfter = (
  before: readonly Change[],
  type: FindingEvent['type'],
  data: object,
  at: Happening,
): Change[] => {
  const change = changeBy[type];
  if (!change) return [...before];
  const reason = 'reason' in data && typeof data.reason === 'string' ? data.reason : undefined;
  return [...before, { change, ...sayer(at), ...(reason !== undefined && { reason }) }];
};
