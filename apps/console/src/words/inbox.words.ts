import { words } from './words';

export const inboxWords = words({
  'nav.inbox': ['整改', 'To do'],
  'inbox.title': ['整改收件箱', 'Rectification inbox'],
  'inbox.nothing': ['没有要办的事。', 'There is nothing to do.'],
  'inbox.count': ['{{count}} 件', '{{count}}', '{{count}}'],
  'inbox.column.acknowledge': ['待签收', 'To acknowledge'],
  'inbox.column.todo': ['待整改', 'To do'],
  'inbox.column.returned': ['退回我的', 'Returned to us'],
  'inbox.found': ['{{who}} 发现于 {{at}}', 'found by {{who}} on {{at}}'],
  'inbox.foundOn': ['{{at}} 发现', 'found on {{at}}'],
  'inbox.returned.by': ['{{who}} 于 {{at}} 退回', 'returned by {{who}} on {{at}}'],
  'inbox.proof': ['完成凭据', 'Proof'],
  'inbox.do.acknowledgeRectification': ['签收', 'Acknowledge'],
  'inbox.do.submitPlan': ['提交方案', 'Submit a plan'],
  'inbox.do.reportImmediateFix': ['立行立改', 'Fixed on the spot'],
  'inbox.do.reportCompletion': ['填报完成', 'Report it done'],
});
