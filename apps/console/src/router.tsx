import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { firstFor, watchesOver } from './screens/registry';
import { STATUSES, URGENCIES, type DirectiveStatus, type Urgency } from './screens/directives/which';
import { WHICH, type Which } from './screens/findings/which';
import { choicesIn } from './screens/history/choices';
import { OWN_AND_SYSTEM } from './own-and-system';
import { root } from './root-route';
import { countIn, oneOf, readAddress, textIn, writeAddress, type Raw } from './lib/address';
import { useSession } from './session/session';

const Overview = lazyRouteComponent(() => import('./screens/overview/overview'), 'Overview');
const Home = () => {
  const { grants } = useSession().me;
  if (watchesOver(grants)) return <Overview />;
  return <Navigate to={firstFor(grants)} replace />;
};

interface MatrixSearch {
  readonly cell?: string | undefined;
  readonly only?: 'gaps' | undefined;
}
interface DirectivesSearch {
  readonly text?: string | undefined;
  readonly status?: DirectiveStatus | undefined;
  readonly urgency?: Urgency | undefined;
  readonly awaiting?: 'me' | undefined;
  /** The body whose orders alone are shown. */
  readonly issuer?: string | undefined;
}
interface DirectiveSearch {
  /** The version of the text, where it is not the present one. */
  readonly version?: string | undefined;
}
interface CascadeSearch {
  /** After which place the page begins. */
  readonly after?: string | undefined;
  /** The directive whose words are compared with those that it carries on. */
  readonly diff?: string | undefined;
}
interface FindingSearch {
  /** The command whose form is open. */
  readonly act?: string | undefined;
}
interface FindingsSearch {
  readonly text?: string | undefined;
  readonly which?: Which | undefined;
  /** Stages, by commas. */
  readonly stage?: string | undefined;
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/matrix',
  component: lazyRouteComponent(() => import('./screens/matrix/matrix'), 'Matrix'),
  validateSearch: (raw: Raw): MatrixSearch => ({ cell: textIn(raw.cell), only: oneOf(raw.only, ['gaps']) }),
});

const directives = createRoute({
  getParentRoute: () => root,
  path: '/directives',
  component: lazyRouteComponent(() => import('./screens/directives/directives'), 'Directives'),
  validateSearch: (raw: Raw): DirectivesSearch => ({
    text: textIn(raw.text),
    status: oneOf(raw.status, STATUSES),
    urgency: oneOf(raw.urgency, URGENCIES),
    awaiting: oneOf(raw.awaiting, ['me']),
    issuer: textIn(raw.issuer),
  }),
});

const directive = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id',
  component: lazyRouteComponent(() => import('./screens/directive/directive'), 'Directive'),
  validateSearch: (raw: Raw): DirectiveSearch => ({ version: countIn(raw.version) }),
});

const cascade = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id/cascade',
  component: lazyRouteComponent(() => import('./screens/cascade/cascade'), 'Cascade'),
  validateSearch: (raw: Raw): CascadeSearch => ({ after: textIn(raw.after), diff: textIn(raw.diff) }),
});

const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  component: lazyRouteComponent(() => import('./screens/findings/findings'), 'Findings'),
  validateSearch: (raw: Raw): FindingsSearch => ({
    text: textIn(raw.text),
    which: oneOf(raw.which, WHICH),
    stage: textIn(raw.stage),
  }),
});

const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$id',
  component: lazyRouteComponent(() => import('./screens/finding/finding'), 'Finding'),
  validateSearch: (raw: Raw): FindingSearch => ({ act: textIn(raw.act) }),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./screens/inbox/inbox'), 'Inbox'),
});

const complete = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$id/complete',
  component: lazyRouteComponent(() => import('./screens/complete/complete'), 'Complete'),
});

const record = createRoute({
  getParentRoute: () => root,
  path: '/findings/new',
  component: lazyRouteComponent(() => import('./screens/record/record'), 'Record'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/history/$id',
  component: lazyRouteComponent(() => import('./screens/history/history'), 'History'),
  validateSearch: choicesIn,
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    matrix,
    directives,
    directive,
    cascade,
    findings,
    record,
    finding,
    inbox,
    complete,
    history,
    ...OWN_AND_SYSTEM,
  ]),
  defaultPreload: 'intent',
  parseSearch: readAddress,
  stringifySearch: writeAddress,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
