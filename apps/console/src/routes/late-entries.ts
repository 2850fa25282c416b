import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, textIn, type Raw } from '../lib/address';
import { root } from '../root-route';
import {
  LATE_ENTRY_KINDS,
  LATE_ENTRY_STATUSES,
  type LateEntryKind,
  type LateEntryStatus,
} from '../screens/late-entries/which';

interface LateEntriesSearch {
  readonly text?: string | undefined;
  readonly status?: LateEntryStatus | undefined;
}
interface LateEntryNewSearch {
  /** Paper, where nothing is said. */
  readonly on?: LateEntryKind | undefined;
  /** The one record that its acts are about. */
  readonly about?: string | undefined;
}

const lateEntries = createRoute({
  getParentRoute: () => root,
  path: '/late-entries',
  component: lazyRouteComponent(() => import('../screens/late-entries/late-entries'), 'LateEntries'),
  validateSearch: (raw: Raw): LateEntriesSearch => ({
    text: textIn(raw.text),
    status: oneOf(raw.status, LATE_ENTRY_STATUSES),
  }),
});

const lateEntryNew = createRoute({
  getParentRoute: () => root,
  path: '/late-entries/new',
  component: lazyRouteComponent(() => import('../screens/late-entry-new/late-entry-new'), 'LateEntryNew'),
  validateSearch: (raw: Raw): LateEntryNewSearch => ({
    on: oneOf(raw.on, LATE_ENTRY_KINDS),
    about: textIn(raw.about),
  }),
});

const lateEntry = createRoute({
  getParentRoute: () => root,
  path: '/late-entries/$id',
  component: lazyRouteComponent(() => import('../screens/late-entry/late-entry'), 'LateEntry'),
});

/** What is told late, and what stands behind it. */
export const lateEntryRoutes = [lateEntries, lateEntryNew, lateEntry] as const;
