import { anId, eventsOf, fact, oneOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { issuerShape } from './content.js';
import { statedDay } from './directive.events.js';
import { MEETING_FORMS, MEETING_KINDS, MEETING_ROLES, VENUE_KINDS } from './words.js';

/** Who did what, by post and body as the text names them: no record of a person is made from a notice. */
const part = z.strictObject({
  role: oneOf(MEETING_ROLES),
  post: z.string().min(1),
  organisation: z.string().min(1).optional(),
  venue: z.string().min(1).optional(),
});

/** Every fact that a `meeting-…` stream can hold. */
export const meetingEvents = eventsOf('meeting', {
  MeetingHeld: fact('Meeting held', '会议已召开', {
    title: z.string().min(1),
    /** The body that held it, in the words of the text. */
    heldBy: z.string().min(1),
    heldById: anId('organisation').optional(),
    registeredBy: issuerShape,
    series: z.string().min(1).optional(),
    number: z.int().min(1).optional(),
    previousId: anId('meeting').optional(),
    kinds: z.array(oneOf(MEETING_KINDS)),
    form: oneOf(MEETING_FORMS),
    heldOn: statedDay,
    venues: z.array(
      z.strictObject({ kind: oneOf(VENUE_KINDS), name: z.string().min(1), orgId: anId('organisation').optional() }),
    ),
    roles: z.array(part),
    /** Some items are not disclosed (会议还研究了其他事项). */
    undisclosedItems: z.boolean(),
  }),
});

export type MeetingEvent = EventOf<typeof meetingEvents>;
