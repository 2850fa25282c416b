import type { Stream } from '#kernel';
import { meetingEvents, type MeetingEvent } from './meeting.events.js';

export type MeetingState = { readonly is: 'new' } | { readonly is: 'held' };

/** How a meeting is folded. */
export const meetingStream: Stream<MeetingState, MeetingEvent> = {
  kind: 'meeting',
  events: meetingEvents,
  initial: { is: 'new' },
  evolve: { MeetingHeld: () => ({ is: 'held' }) },
};
