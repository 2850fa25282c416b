import type { Owner, Stream } from '#kernel';
import { meetingEvents, type MeetingEvent } from './meeting.events.js';

export type MeetingState = { readonly is: 'new' } | { readonly is: 'held'; readonly owner: Owner };

/** How a meeting is folded. It belongs to the body that registered it, and to the bodies that held it or sat in it. */
export const meetingStream: Stream<MeetingState, MeetingEvent> = {
  kind: 'meeting',
  events: meetingEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : state.owner),
  evolve: {
    MeetingHeld: (_, { registeredBy, heldById, venues }) => {
      const orgs = [registeredBy.orgId, heldById, ...venues.map(({ orgId }) => orgId)].filter((id) => id !== undefined);
      return { is: 'held', owner: { territory: registeredBy.territoryPath, orgs } };
    },
  },
};
