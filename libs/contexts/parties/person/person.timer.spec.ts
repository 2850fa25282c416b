import { evolve, type Happening } from '#kernel';
import { aHappening } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDeparture, anAppointment, anEnd, aPerson, the } from '../parties.examples.js';
import { person } from './person.decider.js';
import type { PersonEvent } from './person.events.js';
import { personStream } from './person.state.js';
import { appointmentEnd } from './person.timer.js';

const who = the('person');
const at: Happening = aHappening(who, 2);
const AHEAD = new Date(Date.parse(at.recordedAt) + 1).toISOString();
const postId = the('post');

const stateAfter = (...events: readonly PersonEvent[]) =>
  events.reduce((state, event) => evolve(personStream, state, event, at), personStream.initial);

/** What somebody's leaving makes due. */
const due = (to: string) => {
  const left = aDeparture({ to });
  return appointmentEnd.due.PostLeft?.(left.data, stateAfter(aPerson(), anAppointment(), left), at);
};

describe('A6: the end of an appointment', () => {
  it('is due at its moment when that lies ahead of when it was told', () => {
    const command = { type: 'EndPost', data: { postId, to: AHEAD } };
    expect(due(AHEAD)).toEqual([
      { key: `${postId} ${AHEAD}`, at: AHEAD, ask: { decider: person, stream: who, command } },
    ]);
  });

  it('has come already when it was told afterwards, or at that very moment', () => {
    expect(due(at.recordedAt)).toEqual([]);
    expect(due('2022-03-01T00:00:00.000Z')).toEqual([]);
  });

  it('is due for each period in one post', () => {
    const later = new Date(Date.parse(AHEAD) + 1).toISOString();
    expect(due(later)?.map(({ key }) => key)).not.toEqual(due(AHEAD)?.map(({ key }) => key));
  });

  it('is taken back once it is recorded', () => {
    const ended = anEnd({ to: AHEAD });
    const state = stateAfter(aPerson(), anAppointment(), aDeparture({ to: AHEAD }), ended);
    expect(appointmentEnd.cancels.PostEnded?.(ended.data, state, at)).toEqual(due(AHEAD)?.map(({ key }) => key));
  });

  it('F9: is due at the moment that was put right, and no more at the other', () => {
    const left = aDeparture({ to: AHEAD });
    const to = new Date(Date.parse(AHEAD) + 5).toISOString();
    const data = { postId, was: { from: anAppointment().data.from, to: AHEAD }, from: AHEAD, to, reason: 'x' };
    const state = stateAfter(aPerson(), anAppointment(), left);
    expect(appointmentEnd.cancels.AppointmentCorrected?.(data, state, at)).toEqual(due(AHEAD)?.map(({ key }) => key));
    expect(appointmentEnd.due.AppointmentCorrected?.(data, state, at)).toEqual(due(to));
  });
});
