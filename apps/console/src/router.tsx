import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { firstFor, watchesOver } from './screens/registry';
import { WHICH, type Which } from './screens/findings/which';
import { choicesIn } from './screens/history/choices';
import { OWN_AND_SYSTEM } from './own-and-system';
import { root } from './root-route';
import { oneOf, readAddress, textIn, writeAddress, type Raw } from './lib/address';
import { directoryRoutes } from './routes/directory';
import { dutyRoutes } from './routes/duties';
import { lateEntryRoutes } from './routes/late-entries';
import { orderRoutes } from './routes/orders';
import { useSession } from './session/session';

const Overview = lazyRouteComponent(() => import('./screens/overview/overview'), 'Overview');
const Home = () => {
  const { grants } = useSession().me;
  if (watchesOver(grants)) return <Overview />;
  return <Navigate to={firstFor(grants)} replace />;
};

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
    ...dutyRoutes,
    ...orderRoutes,
    ...lateEntryRoutes,
    ...directoryRoutes,
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
