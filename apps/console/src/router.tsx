import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { actsForUnit, watchesOver } from './screens/registry';
import { STATUSES, URGENCIES, type DirectiveStatus, type Urgency } from './screens/directives/which';
import { WHICH, type Which } from './screens/findings/which';
import { choicesIn } from './screens/history/choices';
import { NothingHere } from './screens/nothing-here';
import { countIn, instantIn, oneOf, readAddress, textIn, writeAddress, type Raw } from './lib/address';
import { useSession } from './session/session';

const Overview = lazyRouteComponent(() => import('./screens/overview/overview'), 'Overview');
const Home = () => {
  const { grants } = useSession().me;
  if (watchesOver(grants)) return <Overview />;
  return <Navigate to={actsForUnit(grants) ? '/inbox' : '/findings'} replace />;
};

interface FrameSearch {
  readonly asOf?: string | undefined;
}
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

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NothingHere,
  // Everything that a colleague must see the same way is in the address.
  validateSearch: (raw: Raw): FrameSearch => ({ asOf: instantIn(raw.asOf) }),
  // The moment that is looked at stays while one goes from screen to screen.
  search: { middlewares: [retainSearchParams<FrameSearch>(['asOf'])] },
});

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
