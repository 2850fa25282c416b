import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, textIn, type Raw } from '../lib/address';
import { root } from '../root-route';

interface MatrixSearch {
  readonly cell?: string | undefined;
  readonly only?: 'gaps' | undefined;
  readonly by?: 'matter' | 'step' | undefined;
}
interface DutyNewSearch {
  /** The order, and which of its clauses asks for the duty. */
  readonly directive?: string | undefined;
  readonly clause?: string | undefined;
}

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/matrix',
  component: lazyRouteComponent(() => import('../screens/matrix/matrix'), 'Matrix'),
  validateSearch: (raw: Raw): MatrixSearch => ({
    cell: textIn(raw.cell),
    only: oneOf(raw.only, ['gaps']),
    by: oneOf(raw.by, ['matter', 'step']),
  }),
});

const dutyNew = createRoute({
  getParentRoute: () => root,
  path: '/matrix/new',
  component: lazyRouteComponent(() => import('../screens/duty-new/duty-new'), 'DutyNew'),
  validateSearch: (raw: Raw): DutyNewSearch => ({ directive: textIn(raw.directive), clause: textIn(raw.clause) }),
});

/** Who holds which duty. */
export const dutyRoutes = [matrix, dutyNew] as const;
