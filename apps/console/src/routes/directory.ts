import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, textIn, type Raw } from '../lib/address';
import { KINDS, type Kind } from '../screens/bodies/which';
import { root } from '../root-route';

interface BodiesSearch {
  /** The place whose bodies alone are shown. */
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  readonly kind?: Kind | undefined;
}
interface PeopleSearch {
  readonly text?: string | undefined;
}

const bodies = createRoute({
  getParentRoute: () => root,
  path: '/bodies',
  component: lazyRouteComponent(() => import('../screens/bodies/bodies'), 'Bodies'),
  validateSearch: (raw: Raw): BodiesSearch => ({
    place: textIn(raw.place),
    text: textIn(raw.text),
    kind: oneOf(raw.kind, KINDS),
  }),
});

const body = createRoute({
  getParentRoute: () => root,
  path: '/bodies/$id',
  component: lazyRouteComponent(() => import('../screens/body/body'), 'Body'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../screens/people/people'), 'People'),
  validateSearch: (raw: Raw): PeopleSearch => ({ text: textIn(raw.text) }),
});

const personNew = createRoute({
  getParentRoute: () => root,
  path: '/people/new',
  component: lazyRouteComponent(() => import('../screens/people/person-new'), 'PersonNew'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../screens/person/person'), 'Person'),
});

/** Places, bodies and people. */
export const directoryRoutes = [bodies, body, people, personNew, person] as const;
