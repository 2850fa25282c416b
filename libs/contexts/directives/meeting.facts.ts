import type { Id, StateReader } from '#kernel';
import { readOrganisations } from './organisations.facts.js';
import { bodiesOf, meeting, type MeetingCommand, type MeetingFacts } from './meeting.decider.js';

/** Reads the bodies that a meeting names, and the meeting before it, for somebody from this body. */
export const aroundMeeting =
  (ownId: Id<'organisation'>) =>
  async (source: StateReader, { data }: MeetingCommand): Promise<MeetingFacts> => ({
    ownId,
    organisations: await readOrganisations(source, [ownId, ...bodiesOf(data)]),
    ...(data.previousId && { previous: await source.state(meeting, data.previousId) }),
  });
