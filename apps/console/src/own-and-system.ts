import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route';
import { accountsIn, grantsIn } from './screens/access/which';

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('./screens/access/grants'), 'Grants'),
  validateSearch: grantsIn,
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/access/accounts',
  component: lazyRouteComponent(() => import('./screens/access/accounts'), 'Accounts'),
  validateSearch: accountsIn,
});

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./screens/me/me'), 'Me'),
});

/** The screens that are about who may come in and do what, and about the system itself. */
export const OWN_AND_SYSTEM = [access, accounts, me] as const;
