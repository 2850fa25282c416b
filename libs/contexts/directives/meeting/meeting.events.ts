import { eventsOf, fact, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { issuerShape } from '../content/content.schema.js';
import { statedDay } from '../content/stated-day.js';
import { meetingCommands } from './meeting.commands.js';

/** Every fact that a `meeting-…` stream can hold. */
export const meetingEvents = eventsOf('meeting', {
  MeetingHeld: fact('Meeting held', '会议已召开', {
    ...shapeOf(meetingCommands.declared.RegisterMeeting.takes),
    registeredBy: issuerShape,
    number: z.int().min(1).optional(),
    heldOn: statedDay,
  }),
});

export type MeetingEvent = EventOf<typeof meetingEvents>;
