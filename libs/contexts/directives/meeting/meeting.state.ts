import type { DataOf, Owner, Stream } from '#kernel';
import { meetingEvents, type MeetingEvent } from './meeting.events.js';

type Registered = DataOf<MeetingEvent, 'MeetingHeld'>;

/** What was held: by whom, when, and what it is called. */
export type Held = Pick<Registered, 'title' | 'heldBy' | 'heldById' | 'heldOn'>;

export type MeetingState = { readonly is: 'new' } | { readonly is: 'held'; readonly owner: Owner; readonly held: Held };

/** A meeting belongs to the body that registered it, and to the bodies that held it or sat in it. */
export const stakesIn = ({
  registeredBy,
  heldById,
  venues,
}: Pick<Registered, 'registeredBy' | 'heldById' | 'venues'>): Owner => ({
  territory: registeredBy.territoryPath,
  orgs: [registeredBy.orgId, heldById, ...venues.map(({ orgId }) => orgId)].filter((id) => id !== undefined),
});

/** How a meeting is folded. */
export const meetingStream: Stream<MeetingState, MeetingEvent> = {
  kind: 'meeting',
  events: meetingEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : state.owner),
  evolve: {
    MeetingHeld: (_, { title, heldBy, heldById, heldOn, ...rest }) => ({
      is: 'held',
      owner: stakesIn({ heldById, ...rest }),
      held: { title, heldBy, heldById, heldOn },
    }),
  },
};
