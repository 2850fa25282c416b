import type { Key } from '../words/catalogue';

/** A place in the rail, and the key that goes there after `G`. */
export interface Place {
  readonly to: '/' | '/matrix' | '/directives' | '/findings' | '/inbox';
  readonly name: Extract<Key, `nav.${string}`>;
  readonly code: string;
}

/** In the order in which they stand. A screen that comes adds itself here. */
export const PLACES: readonly Place[] = [
  { to: '/', name: 'nav.home', code: 'KeyH' },
  { to: '/matrix', name: 'nav.matrix', code: 'KeyM' },
  { to: '/directives', name: 'nav.directives', code: 'KeyD' },
  { to: '/findings', name: 'nav.findings', code: 'KeyF' },
  { to: '/inbox', name: 'nav.inbox', code: 'KeyR' },
];

/** Whether somebody watches over duties, by what they may act as: those start with the overview, units with what they have to do, all others with what was found. */
export const watchesOver = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some(({ role }) => role === 'hq' || role === 'commander');

/** Whether somebody acts for a unit that rectifies. */
export const actsForUnit = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some(({ role }) => role === 'unit' || role === 'unitHead');
