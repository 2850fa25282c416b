import { context } from '#platform/context';
import { notice } from './import.decider.js';
import { ImportResolver } from './import.resolver.js';
import { noticeImport } from './views/notice-import.view.js';

/** How texts come in from outside: byte for byte, and read by the server. */
export const imports = context({
  deciders: [notice],
  views: [noticeImport],
  policies: [],
  timers: [],
  resolvers: [ImportResolver],
});
