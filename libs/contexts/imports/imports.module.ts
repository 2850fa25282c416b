import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { notice } from './import.decider.js';
import { ImportCardViewerCan, ImportResolver, ImportViewerCan } from './import.resolver.js';
import { lateEntry } from './late-entry/late-entry.decider.js';
import { LateEntryResolver, LateEntryViewerCan } from './late-entry/late-entry.resolver.js';
import { lateEntriesAwaiting } from './late-entry/views/awaiting.js';
import { lateEntryCard } from './late-entry/views/late-entry.view.js';
import { importsAwaiting } from './views/awaiting.js';
import { importCard } from './views/import-card.view.js';
import { noticeImport } from './views/notice-import.view.js';

/** How texts come in from outside, byte for byte, and read by the server; and how what happened long ago is told. */
export const imports = context({
  deciders: [notice, lateEntry],
  views: [noticeImport, importCard, lateEntryCard],
  policies: [],
  timers: [],
  resolvers: [ImportResolver, ImportViewerCan, ImportCardViewerCan, LateEntryResolver, LateEntryViewerCan],
});

/** What is counted as waiting for somebody. */
export const importsAwaited = {
  imports: awaitedIn(importCard, importsAwaiting),
  lateEntries: awaitedIn(lateEntryCard, lateEntriesAwaiting),
};
