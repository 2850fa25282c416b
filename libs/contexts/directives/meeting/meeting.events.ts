import { eventsOf, fact, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { issuerShape } from '../content/content.schema.js';
import { statedDay } from '../content/stated-day.js';
import { meetingCommands } from './meeting.commands.js';

/** Every fact that a `meeting-…` stream can hold. */
export const meetingEvents = eventsOf('meeting', {
  MeetingHeld: fact(
    'Meeting held',
    '会议已召开',
    {
      ...shapeOf(meetingCommands.declared.RegisterMeeting.takes),
      registeredBy: issuerShape,
      number: z.int().min(1).optional(),
      heldOn: statedDay,
    },
    // Since version 2 it may name others that look the same; before that, nobody was asked (F8).
    { version: 2, upgrade: { 1: (old) => old } },
  ),
});

export type MeetingEvent = EventOf<typeof meetingEvents>;
