import type { Key } from '../words/catalogue';

/** A place in the rail, and the key that goes there after `G`. */
export interface Place {
  readonly to: '/' | '/matrix' | '/directives' | '/findings' | '/inbox' | '/bodies' | '/access' | '/system';
  readonly name: Extract<Key, `nav.${string}`>;
  readonly code: string;
  /** Where the screens that belong to it are, beside those that lie below it. */
  readonly holds?: readonly string[];
  /** Whose work it is; everybody's, where nothing is said. */
  readonly who?: readonly string[];
}

/** In the order in which they stand. A screen that comes adds itself here. */
const PLACES: readonly Place[] = [
  { to: '/', name: 'nav.home', code: 'KeyH' },
  { to: '/matrix', name: 'nav.matrix', code: 'KeyM' },
  { to: '/directives', name: 'nav.directives', code: 'KeyD', holds: ['/meetings', '/imports', '/late-entries'] },
  { to: '/findings', name: 'nav.findings', code: 'KeyF' },
  { to: '/inbox', name: 'nav.inbox', code: 'KeyR' },
  { to: '/bodies', name: 'nav.bodies', code: 'KeyB', holds: ['/people'] },
  { to: '/access', name: 'nav.access', code: 'KeyA', who: ['admin', 'auditor', 'discipline'] },
  { to: '/system', name: 'nav.system', code: 'KeyS', who: ['admin', 'auditor'] },
];

/** The places that stand in the rail of somebody with these roles. The others are found all the same by whoever is led there. */
export const placesFor = (grants: readonly { readonly role: string }[]): readonly Place[] =>
  PLACES.filter(({ who }) => who === undefined || grants.some(({ role }) => who.includes(role)));

type Grants = readonly { readonly role: string }[];

/** Whether somebody watches over duties, by what they may act as: those start with the overview. */
export const watchesOver = (grants: Grants): boolean =>
  grants.some(({ role }) => role === 'hq' || role === 'commander');

/** With what all others start: units with what they have to do, administrators with who may do what, the rest with what was found. */
export const firstFor = (grants: Grants): Place['to'] => {
  if (grants.some(({ role }) => role === 'unit' || role === 'unitHead')) return '/inbox';
  return grants.some(({ role }) => role === 'admin') ? '/access' : '/findings';
};
