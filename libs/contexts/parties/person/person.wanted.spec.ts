import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDeparture, anAppointment, aPerson, the } from '../parties.examples.js';
import { wantedBy } from './person.wanted.js';
import { personCard } from './views/person-card.view.js';

const id = the('person');

describe('people who are asked for', () => {
  it('hold or held a post of the body that is named, and are called so', () => {
    const left = rowsAfter(personCard, id, aPerson(), anAppointment(), aDeparture()).get(id);
    const of = (n: number, text?: string) => left && wantedBy({ orgId: the('organisation', n), text })(left);
    expect([of(1), of(2), of(1, 'LIN'), of(1, 'wei')]).toEqual([true, false, true, false]);
  });

  it('are found by the initials of their names', () => {
    const card = rowsAfter(personCard, id, aPerson({ name: '欧阳林' })).get(id);
    expect(['oyl', 'YL', 'ol'].map((text) => card && wantedBy({ text })(card))).toEqual([true, true, false]);
  });

  it('are found by their English names', () => {
    const card = rowsAfter(personCard, id, aPerson({ name: '欧阳林', nameEn: 'Lin Ouyang' })).get(id);
    expect(['ouyang', 'ouyanglin'].map((text) => card && wantedBy({ text })(card))).toEqual([true, false]);
  });

  it('are all of them, where nothing is asked for', () => {
    const before = rowsAfter(personCard, id, aPerson()).get(id);
    expect(before && wantedBy({})(before)).toBe(true);
  });
});
