import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textIn, type Raw } from './lib/address';
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

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(() => import('./screens/system/system'), 'System'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/system/settings',
  component: lazyRouteComponent(() => import('./screens/system/settings'), 'Settings'),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/system/security',
  component: lazyRouteComponent(() => import('./screens/system/security'), 'Security'),
  validateSearch: (raw: Raw): { readonly event?: string | undefined } => ({ event: textIn(raw.event) }),
});

/** The screens that are about who may come in and do what, and about the system itself. */
export const OWN_AND_SYSTEM = [access, accounts, me, system, settings, security] as const;
