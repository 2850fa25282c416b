import { coded, command, id, part, text } from '#kernel';
import { duePart, KEY } from '../content/content.fields.js';

const key = (en: string, zh: string) => coded(20, KEY, en, zh);

/** D2: what a directive in force asks of the issuer of a parent, before it is amended so. */
export const askingCommands = {
  AskLaterDue: command(
    'Asks, for a directive in force, that a clause may be due later than its parent allows.',
    '执行中的部署申请延后某条款的时限。',
    {
      who: ['hq'],
      at: ['issued'],
      takes: {
        directiveId: id('directive', 'The parent.', '上级部署。'),
        clause: key('The key of its clause.', '上级条款标识。'),
        by: key('The key of the own clause that carries it.', '本级条款标识。'),
        due: part(duePart, 'By when that is to be due.', '申请的时限。'),
        reason: text(500, 'Why.', '理由。'),
      },
    },
  ),
  RecordRequests: command(
    'Records what a directive asked of the issuers of its parents before that was kept.',
    '补记此前向上级提出的申请。',
    { who: ['system'], at: ['draft', 'registered', 'signOffPending', 'issued'] },
  ),
};
