import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { countIn, oneOf, textIn, type Raw } from '../lib/address';
import { STATUSES, URGENCIES, type DirectiveStatus, type Urgency } from '../screens/directives/which';
import { IMPORT_STATES, type ImportState } from '../screens/imports/which';
import { root } from '../root-route';

interface DirectivesSearch {
  readonly text?: string | undefined;
  readonly status?: DirectiveStatus | undefined;
  readonly urgency?: Urgency | undefined;
  readonly awaiting?: 'me' | undefined;
  /** The body whose orders alone are shown. */
  readonly issuer?: string | undefined;
}
interface DraftSearch {
  /** The order that is carried on clause by clause. */
  readonly from?: string | undefined;
}
interface DirectiveSearch {
  /** The version of the text, where it is not the present one. */
  readonly version?: string | undefined;
}
interface ImportSearch {
  /** Which of its documents, where it is not the first. */
  readonly document?: string | undefined;
}
interface ImportsSearch {
  readonly text?: string | undefined;
  readonly state?: ImportState | undefined;
}
interface MeetingsSearch {
  readonly text?: string | undefined;
}
interface CascadeSearch {
  /** After which place the page begins. */
  readonly after?: string | undefined;
  /** The directive whose words are compared with those that it carries on. */
  readonly diff?: string | undefined;
}

const directives = createRoute({
  getParentRoute: () => root,
  path: '/directives',
  component: lazyRouteComponent(() => import('../screens/directives/directives'), 'Directives'),
  validateSearch: (raw: Raw): DirectivesSearch => ({
    text: textIn(raw.text),
    status: oneOf(raw.status, STATUSES),
    urgency: oneOf(raw.urgency, URGENCIES),
    awaiting: oneOf(raw.awaiting, ['me']),
    issuer: textIn(raw.issuer),
  }),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/directives/new',
  component: lazyRouteComponent(() => import('../screens/draft/draft'), 'DraftOrder'),
  validateSearch: (raw: Raw): DraftSearch => ({ from: textIn(raw.from) }),
});

const directive = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id',
  component: lazyRouteComponent(() => import('../screens/directive/directive'), 'Directive'),
  validateSearch: (raw: Raw): DirectiveSearch => ({ version: countIn(raw.version) }),
});

const cascade = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id/cascade',
  component: lazyRouteComponent(() => import('../screens/cascade/cascade'), 'Cascade'),
  validateSearch: (raw: Raw): CascadeSearch => ({ after: textIn(raw.after), diff: textIn(raw.diff) }),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../screens/imports/imports'), 'Imports'),
  validateSearch: (raw: Raw): ImportsSearch => ({ text: textIn(raw.text), state: oneOf(raw.state, IMPORT_STATES) }),
});

const importNew = createRoute({
  getParentRoute: () => root,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('../screens/import-new/import-new'), 'ImportNew'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../screens/import/import'), 'Import'),
  validateSearch: (raw: Raw): ImportSearch => ({ document: countIn(raw.document) }),
});

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  component: lazyRouteComponent(() => import('../screens/meetings/meetings'), 'Meetings'),
  validateSearch: (raw: Raw): MeetingsSearch => ({ text: textIn(raw.text) }),
});

const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('../screens/meeting/meeting'), 'Meeting'),
});

const meetingNew = createRoute({
  getParentRoute: () => root,
  path: '/meetings/new',
  component: lazyRouteComponent(() => import('../screens/meeting-new/meeting-new'), 'MeetingNew'),
});

/** Orders, and the notices and meetings that they come from. */
export const orderRoutes = [
  ...([directives, draft, directive, cascade] as const),
  ...([imports, importNew, notice] as const),
  ...([meetings, meetingNew, meeting] as const),
] as const;
