import { context } from '#platform/context';
import { notice } from './import.decider.js';
import { ImportResolver, ImportViewerCan } from './import.resolver.js';
import { lateEntry } from './late-entry/late-entry.decider.js';
import { LateEntryResolver, LateEntryViewerCan } from './late-entry/late-entry.resolver.js';
import { lateEntryCard } from './late-entry/views/late-entry.view.js';
import { importCard } from './views/import-card.view.js';
import { noticeImport } from './views/notice-import.view.js';

/** How texts come in from outside, byte for byte, and read by the server; and how what happened long ago is told. */
export const imports = context({
  deciders: [notice, lateEntry],
  views: [noticeImport, importCard, lateEntryCard],
  policies: [],
  timers: [],
  resolvers: [ImportResolver, ImportViewerCan, LateEntryResolver, LateEntryViewerCan],
});
