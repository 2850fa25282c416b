import { labelsAfter, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aDeparture,
  aDeputy,
  anAbsence,
  anEnd,
  anAppointment,
  aPerson,
  cityPath,
  countyPath,
  the,
} from '../../parties.examples.js';
import type { PersonEvent } from '../person.events.js';
import { personCard } from './person-card.view.js';

const id = the('person');

describe('a person’s card', () => {
  it('belongs to nobody before the first appointment', () => {
    const card = rowsAfter(personCard, id, aPerson()).get(id);
    expect(card && typeof personCard.owner === 'function' && personCard.owner(card)).toEqual({
      territory: '',
      orgs: [],
      register: true,
    });
  });

  it('belongs to the bodies of the present appointments and the place of the latest', () => {
    const elsewhere = { postId: the('post', 2), orgId: the('organisation', 2), territoryPath: countyPath };
    const rows = rowsAfter(personCard, id, aPerson(), anAppointment(), anAppointment(elsewhere), aDeparture());
    expect(rows.get(id)).toEqual({
      id,
      name: 'Lin',
      ...{ deputies: [], absences: [], corrections: [] },
      appointments: [
        {
          postId: the('post'),
          organisation: { id: the('organisation') },
          from: '2022-01-01T00:00:00.000Z',
          to: '2022-03-01T00:00:00.000Z',
        },
        { postId: the('post', 2), organisation: { id: the('organisation', 2) }, from: '2022-01-01T00:00:00.000Z' },
      ],
      territoryPath: countyPath,
      orgs: [the('organisation', 2)],
      over: [0],
    });
  });

  it('still belongs to a body of which one of two posts was left', () => {
    const second = anAppointment({ postId: the('post', 2) });
    const card = rowsAfter(personCard, id, aPerson(), anAppointment(), second, aDeparture()).get(id);
    expect(card?.orgs).toEqual([the('organisation')]);
    expect(card?.territoryPath).toBe(cityPath);
  });

  it('A6: belongs to a body until the end that was told ahead of time has come', () => {
    const ahead = aDeparture({ to: '2022-06-01T00:00:00.000Z' });
    const orgsAfter = (...events: readonly PersonEvent[]) =>
      rowsAfter(personCard, id, aPerson(), anAppointment(), ahead, ...events).get(id)?.orgs;
    expect(orgsAfter()).toEqual([the('organisation')]);
    expect(orgsAfter(anEnd(ahead.data))).toEqual([]);
    const again = anAppointment({ from: '2022-07-01T00:00:00.000Z' });
    expect(orgsAfter(anEnd(ahead.data), again)).toEqual([the('organisation')]);
  });

  it('F9: A6: belongs to a body again where an end is put right that has not come', () => {
    const past = aDeparture({ to: '2022-03-01T00:00:00.000Z' });
    const was = { from: anAppointment().data.from, to: past.data.to };
    const right = { postId: the('post'), was, from: was.from, to: '2022-06-01T00:00:00.000Z', reason: 'x' };
    const corrected = { type: 'AppointmentCorrected', data: right } as const;
    const orgsAfter = (...events: readonly PersonEvent[]) =>
      rowsAfter(personCard, id, aPerson(), anAppointment(), past, ...events).get(id)?.orgs;
    expect([orgsAfter(), orgsAfter(corrected)]).toEqual([[], [the('organisation')]]);
    expect(orgsAfter(corrected, anEnd({ to: right.to }))).toEqual([]);
  });

  it('F9: has the name and the periods that were put right', () => {
    const was = { from: anAppointment().data.from, to: aDeparture().data.to };
    const right = { from: '2021-12-01T00:00:00.000Z', to: '2022-04-01T00:00:00.000Z' };
    const period = { type: 'AppointmentCorrected', data: { postId: the('post'), was, ...right, reason: 'x' } } as const;
    const name = { type: 'PersonCorrected', data: { name: 'Lin Yi', reason: 'x' } } as const;
    const card = rowsAfter(personCard, id, aPerson(), anAppointment(), aDeparture(), period, name).get(id);
    expect(card).toMatchObject({ name: 'Lin Yi', appointments: [right] });
  });

  it('is called by both names; F9: a name that is put right without an English one has none any more', () => {
    const english = aPerson({ name: '林', nameEn: 'Lin' });
    const put = (nameEn?: string) =>
      ({ type: 'PersonCorrected', data: { name: '琳', ...(nameEn && { nameEn }), reason: 'x' } }) as const;
    expect(labelsAfter(personCard, id, aPerson({ name: '林' }))).toEqual([{ en: '林', zh: '林' }]);
    expect(labelsAfter(personCard, id, english)).toEqual([{ en: 'Lin', zh: '林' }]);
    expect(labelsAfter(personCard, id, english, put())).toEqual([{ en: '琳', zh: '琳' }]);
    expect(labelsAfter(personCard, id, english, put('Lyn'))).toEqual([{ en: 'Lyn', zh: '琳' }]);
  });

  it('F9: has no end where there was none to put right', () => {
    const { from } = anAppointment().data;
    const right = { from: '2021-12-01T00:00:00.000Z', to: '2022-04-01T00:00:00.000Z' };
    const period = {
      type: 'AppointmentCorrected',
      data: { postId: the('post'), was: { from }, ...right, reason: 'x' },
    } as const;
    const card = rowsAfter(personCard, id, aPerson(), anAppointment(), period).get(id);
    expect(card?.appointments.map(({ from: since, to }) => [since, to])).toEqual([[right.from, undefined]]);
  });

  it('A4: says who stands in for them and when they are away, until another is named and they are back', () => {
    const rows = (...events: readonly PersonEvent[]) =>
      rowsAfter(personCard, id, aPerson(), anAppointment(), ...events);
    const card = rows(
      aDeputy(),
      aDeputy({ deputyId: the('person', 3), from: '2022-04-10T00:00:00.000Z' }),
      anAbsence(),
    );
    expect(card.get(id)).toMatchObject({
      deputies: [
        { postId: the('post'), deputy: { id: the('person', 2) }, to: '2022-04-10T00:00:00.000Z' },
        { postId: the('post'), deputy: { id: the('person', 3) }, from: '2022-04-10T00:00:00.000Z' },
      ],
      absences: [{ postId: the('post'), from: anAbsence().data.from, to: anAbsence().data.to, reason: 'A visit' }],
    });
    const { from } = anAbsence().data;
    const to = '2022-05-02T00:00:00.000Z';
    const back = { type: 'AbsenceEnded', data: { postId: the('post'), from, to } } as const;
    const end = { type: 'DeputyEnded', data: { postId: the('post'), to } } as const;
    expect(rows(aDeputy(), anAbsence(), back, end).get(id)).toMatchObject({
      deputies: [{ to }],
      absences: [{ from, to }],
    });
  });
});
