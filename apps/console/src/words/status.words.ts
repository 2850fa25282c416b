import { words } from './words';

export const statusWords = words({
  'due.left': ['剩 {{span}} · {{at}}', '{{span}} left · {{at}}'],
  'due.over': ['已逾期 {{span}} · {{at}}', '{{span}} overdue · {{at}}'],
});
