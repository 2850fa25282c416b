import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { homeOf } from './screens/registry';
import { WHICH, type Which } from './screens/findings/which';
import { NothingHere } from './screens/nothing-here';
import { instantIn, oneOf, readAddress, textIn, writeAddress, type Raw } from './lib/address';
import { useSession } from './session/session';

const Home = () => <Navigate to={homeOf(useSession().me.grants)} replace />;

interface FrameSearch {
  readonly asOf?: string | undefined;
}
interface MatrixSearch {
  readonly cell?: string | undefined;
  readonly only?: 'gaps' | undefined;
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
});

export const router = createRouter({
  routeTree: root.addChildren([home, matrix, findings, finding]),
  defaultPreload: 'intent',
  parseSearch: readAddress,
  stringifySearch: writeAddress,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
