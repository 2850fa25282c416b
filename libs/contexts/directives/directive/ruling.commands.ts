import { coded, command, id, type CommandRules } from '#kernel';
import { KEY } from '../content/content.fields.js';

const CHILD = { en: 'Which child asks.', zh: '提出申请的部署编号。' };
const REASON = { en: 'Why; it is encrypted before it is kept.', zh: '理由（加密保存）。' };

/** D2, D3: what the issuer of a parent says to what a child asks for; whoever signs for that body says it. */
const ruling = {
  who: ['commander'],
  at: ['draft', 'registered', 'signOffPending', 'issued'],
  subject: CHILD,
  takes: {
    directiveId: id('directive', 'The parent, which your own organisation issued.', '上级部署（由本机构印发）。'),
    clause: coded(20, KEY, 'The key of its clause.', '上级条款标识。'),
  },
  reasoned: REASON,
} as const satisfies CommandRules;

export const rulingCommands = {
  ExemptClause: command(
    'Grants that a clause of a parent does not apply to a child.',
    '同意下级不适用某条款。',
    ruling,
  ),
  RefuseExemption: command('Refuses an exemption that a child asked for.', '不同意下级的豁免申请。', ruling),
  GrantLaterDue: command('Grants a child a later due time for a clause.', '同意下级延后某条款的时限。', ruling),
  RefuseLaterDue: command('Refuses a later due time that a child asked for.', '不同意下级的延期申请。', ruling),
};
