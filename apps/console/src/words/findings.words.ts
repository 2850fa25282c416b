import { words } from './words';

export const findingWords = words({
  'findings.title': ['问题', 'Findings'],
  'findings.count': ['{{count}} 项', '{{count}} finding', '{{count}} findings'],
  'findings.many': ['超过 10000 项', 'More than 10,000'],
  'findings.which': ['哪些问题', 'Which findings'],
  'findings.which.all': ['全部', 'All'],
  'findings.which.open': ['未销号', 'Open'],
  'findings.which.dueSoon': ['24 小时内到期', 'Due in 24 h'],
  'findings.which.recurred': ['反弹未销号', 'Recurred, open'],
  'findings.which.overdue': ['逾期', 'Overdue'],
  'findings.which.mine': ['待我办理', 'Awaiting me'],
  'findings.what': ['问题', 'Finding'],
  'findings.kind': ['类别 · 程度', 'Class · severity'],
  'findings.unit': ['责任单位', 'Unit'],
  'findings.stage': ['环节', 'Stage'],
  'findings.due': ['时限', 'Due'],
  'findings.empty': ['还没有记录问题。', 'No finding has been recorded yet.'],
  'findings.none': ['没有符合条件的问题。', 'No finding is like that.'],
  'findings.clear': ['清除条件', 'Show all'],
  'findings.text': ['含“{{text}}”', 'with “{{text}}”'],
});
