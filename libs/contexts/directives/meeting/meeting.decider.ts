import { happened, refused, type Decider, type Id } from '#kernel';
import { readOrganisations } from '../content/organisations.facts.js';
import { issuerIn, type Organisations } from '../content/recipients.js';
import { meetingCommands, type MeetingCommand, type Registered } from './meeting.commands.js';
import type { MeetingEvent } from './meeting.events.js';
import { meetingStream, type MeetingState } from './meeting.state.js';

export type MeetingRefusal =
  | 'MEETING_EXISTS'
  | 'OWN_BODY_UNKNOWN'
  | 'BODY_NOT_FOUND'
  | 'PREVIOUS_NOT_FOUND'
  | 'KIND_TWICE'
  | 'NUMBER_WITHOUT_SERIES';

/** The bodies that a meeting names, the registering one among them, and the meeting before it. */
interface Surroundings {
  readonly ownId: Id<'organisation'> | undefined;
  readonly organisations: Organisations;
  readonly previous: MeetingState | undefined;
}

interface Facts {
  readonly RegisterMeeting: Surroundings;
}

export const meeting: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingRefusal, Facts> = {
  ...meetingStream,
  commands: meetingCommands,
  refusals: {
    MEETING_EXISTS: { en: 'This meeting is registered already.', zh: '该会议已登记。' },
    OWN_BODY_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
    BODY_NOT_FOUND: { en: 'An organisation that it names is not registered.', zh: '所填机构未登记。' },
    PREVIOUS_NOT_FOUND: { en: 'The meeting before it is not registered.', zh: '上一次会议未登记。' },
    KIND_TWICE: { en: 'The kinds of a meeting are a set.', zh: '会议类别不得重复。' },
    NUMBER_WITHOUT_SERIES: { en: 'A number counts in a series.', zh: '会议次数须注明所属系列。' },
  },
  facts: {
    RegisterMeeting: async (read, asked, _, { orgId: ownId }) => ({
      ownId,
      organisations: await readOrganisations(read, [...(ownId ? [ownId] : []), ...bodiesOf(asked)]),
      previous: asked.previousId && (await read.state(meetingStream, asked.previousId)),
    }),
  },
  owner: (_, { facts: { ownId, organisations } }) => ({
    territory: issuerIn(organisations, ownId)?.territoryPath ?? '',
    orgs: ownId ? [ownId] : [],
  }),

  decide: {
    RegisterMeeting: (asked, state, _, facts) => {
      if (state.is !== 'new') return refused('MEETING_EXISTS');
      const registeredBy = issuerIn(facts.organisations, facts.ownId);
      if (!registeredBy) return refused('OWN_BODY_UNKNOWN');
      const fault = faultOf(asked, facts);
      return fault
        ? refused(fault.code, fault.field)
        : happened({ type: 'MeetingHeld', data: { ...asked, registeredBy } });
    },
  },
};

/** The bodies that a meeting names. */
const bodiesOf = ({ heldById, venues }: Registered): readonly Id<'organisation'>[] =>
  [heldById, ...venues.map(({ orgId }) => orgId)].filter((id) => id !== undefined);

const faultOf = (
  asked: Registered,
  { organisations, previous }: Surroundings,
): { readonly code: MeetingRefusal; readonly field: string } | undefined => {
  const { kinds, number, series, previousId } = asked;
  if (new Set(kinds).size !== kinds.length) return { code: 'KIND_TWICE', field: 'kinds' };
  if (number !== undefined && series === undefined) return { code: 'NUMBER_WITHOUT_SERIES', field: 'number' };
  if (previousId && previous?.is !== 'held') return { code: 'PREVIOUS_NOT_FOUND', field: 'previousId' };
  return strangeBody(asked, organisations);
};

const strangeBody = (asked: Registered, organisations: Organisations) => {
  const stranger = bodiesOf(asked).find((id) => organisations.get(id)?.is !== 'active');
  return stranger && ({ code: 'BODY_NOT_FOUND', field: stranger === asked.heldById ? 'heldById' : 'venues' } as const);
};
