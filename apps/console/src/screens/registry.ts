import type { Key } from '../words/catalogue';

/** A place in the rail, and the key that goes there after `G`. */
export interface Place {
  readonly to: '/matrix' | '/directives' | '/findings';
  readonly name: Extract<Key, `nav.${string}`>;
  readonly code: string;
}

/** In the order in which they stand. A screen that comes adds itself here. */
export const PLACES: readonly Place[] = [
  { to: '/matrix', name: 'nav.matrix', code: 'KeyM' },
  { to: '/directives', name: 'nav.directives', code: 'KeyD' },
  { to: '/findings', name: 'nav.findings', code: 'KeyF' },
];

/** Where somebody starts, by what they may act as: those who watch over duties see the matrix, all others what was found. */
export const homeOf = (grants: readonly { readonly role: string }[]): Place['to'] =>
  grants.some(({ role }) => role === 'hq' || role === 'commander') ? '/matrix' : '/findings';
