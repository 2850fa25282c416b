import { shapeOf } from '#kernel';
import { keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { statedDay } from '../content/stated-day.js';
import { aClerk, GONE, HQ_J, ORGANISATIONS, the } from '../directives.examples.js';
import { aMeeting } from './meeting.examples.js';
import { meetingCommands, type MeetingCommand, type Registered } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import { meetingEvents } from './meeting.events.js';

const register = (data: Partial<Registered> = {}): MeetingCommand => ({
  type: 'RegisterMeeting',
  data: aMeeting(data),
});
const facts = { ownId: HQ_J.orgId, organisations: ORGANISATIONS, previous: undefined, twins: [] };

describe('a meeting', () => {
  const { takes } = meetingCommands.declared.RegisterMeeting;
  keepsTheLaws(meeting, { RegisterMeeting: valuesOf(z.object({ ...shapeOf(takes), heldOn: statedDay })) });
  const given = specification(meeting, aClerk, { RegisterMeeting: facts });

  const held = { type: 'MeetingHeld', data: { ...aMeeting(), registeredBy: HQ_J } } as const;

  it('is registered with its series, kinds, form, venues and roles', () => {
    const asked = register({ series: '疫情防控专题会议', number: 12, kinds: ['consultation', 'dispatch'] });
    given()
      .when(asked)
      .then({ type: 'MeetingHeld', data: { ...asked.data, registeredBy: HQ_J } });
  });

  it('is registered once', () => {
    given({ type: 'MeetingHeld', data: { ...aMeeting(), registeredBy: HQ_J } })
      .when(register())
      .thenRefused('MEETING_EXISTS');
  });

  it('keeps a year that the text does not state as not stated', () => {
    const schema = meetingEvents.facts.MeetingHeld.schema;
    const held = { ...aMeeting(), registeredBy: HQ_J };
    expect(schema.parse(held).heldOn).toEqual({ year: null, month: 3, day: 12 });
    expect(schema.safeParse({ ...held, heldOn: { month: 3, day: 12 } }).success).toBe(false);
  });

  it.each([
    [2023, 2, 29],
    [null, 2, 30],
    [null, 4, 31],
  ])('D: is held on a day that the calendar has, not on %s-%s-%s', (year, month, day) => {
    given()
      .when(register({ heldOn: { year, month, day } }))
      .thenRefused('NO_SUCH_DAY', 'heldOn', 'day');
  });

  it('W1: was held when it is registered, as far as its text says when', () => {
    given()
      .when(register({ heldOn: { year: 2022, month: 3, day: 18 } }))
      .thenRefused('NOT_HELD_YET', 'heldOn');
    for (const heldOn of [
      { year: 2022, month: 3, day: 17 },
      { year: null, month: 12, day: 31 },
    ]) {
      const { data } = register({ heldOn });
      given()
        .when({ type: 'RegisterMeeting', data })
        .then({ type: 'MeetingHeld', data: { ...data, registeredBy: HQ_J } });
    }
  });

  it.each([2020, null])('D: 29 February may be meant where the year has one, or is not stated (%s)', (year) => {
    const asked = register({ heldOn: { year, month: 2, day: 29 } });
    given()
      .when(asked)
      .then({ type: 'MeetingHeld', data: { ...asked.data, registeredBy: HQ_J } });
  });

  it('C96: has kinds as a set', () => {
    given()
      .when(register({ kinds: ['special', 'special'] }))
      .thenRefused('KIND_TWICE', 'kinds');
  });

  it('C92: has a number only in a series, after a meeting that is registered', () => {
    given()
      .when(register({ number: 12 }))
      .thenRefused('NUMBER_WITHOUT_SERIES', 'number');
    const after = register({ previousId: the('meeting', 11) });
    given()
      .when(after, {}, { RegisterMeeting: { ...facts, previous: { is: 'new' } } })
      .thenRefused('PREVIOUS_NOT_FOUND', 'previousId');
    given()
      .when(after, {}, { RegisterMeeting: { ...facts, previous: given(held).state() } })
      .then({ type: 'MeetingHeld', data: { ...after.data, registeredBy: HQ_J } });
  });

  it('names bodies that are registered, or names them in words', () => {
    const stranger = the('organisation', 99);
    given()
      .when(register({ heldById: stranger }))
      .thenRefused('BODY_NOT_FOUND', 'heldById');
    given()
      .when(register({ heldById: GONE }))
      .thenRefused('BODY_NOT_FOUND', 'heldById');
    given()
      .when(register({ venues: [{ kind: 'branch', name: '分会场', orgId: stranger }] }))
      .thenRefused('BODY_NOT_FOUND', 'venues', '0', 'orgId');
  });

  it('is registered by a body that is registered itself', () => {
    given()
      .when(register(), {}, { RegisterMeeting: { ...facts, ownId: the('organisation', 99) } })
      .thenRefused('OWN_BODY_UNKNOWN');
    given()
      .when(register(), {}, { RegisterMeeting: { ...facts, ownId: GONE } })
      .thenRefused('OWN_BODY_UNKNOWN');
  });
});
