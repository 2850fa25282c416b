import { happened, refused, type DataOf, type Decider, type Id } from '#kernel';
import { meetingEvents, type MeetingEvent } from './meeting.events.js';
import { issuerIn, type Organisations } from './recipients.js';

export interface MeetingCommand {
  readonly type: 'RegisterMeeting';
  readonly data: Omit<DataOf<MeetingEvent, 'MeetingHeld'>, 'registeredBy'>;
}

export type MeetingRefusal =
  | 'MEETING_EXISTS'
  | 'OWN_BODY_UNKNOWN'
  | 'BODY_NOT_FOUND'
  | 'PREVIOUS_NOT_FOUND'
  | 'KIND_TWICE'
  | 'NUMBER_WITHOUT_SERIES';

export type MeetingState = { readonly is: 'new' } | { readonly is: 'held' };

/** The bodies that a meeting names, the registering one among them, and the meeting before it. */
export interface MeetingFacts {
  readonly ownId: Id<'organisation'>;
  readonly organisations: Organisations;
  readonly previous?: MeetingState;
}

export const meeting: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingFacts> = {
  kind: 'meeting',
  events: meetingEvents,
  refusals: {
    MEETING_EXISTS: { en: 'This meeting is registered already.', zh: '该会议已登记。' },
    OWN_BODY_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
    BODY_NOT_FOUND: { en: 'An organisation that it names is not registered.', zh: '所填机构未登记。' },
    PREVIOUS_NOT_FOUND: { en: 'The meeting before it is not registered.', zh: '上一次会议未登记。' },
    KIND_TWICE: { en: 'The kinds of a meeting are a set.', zh: '会议类别不得重复。' },
    NUMBER_WITHOUT_SERIES: { en: 'A number counts in a series.', zh: '会议次数须注明所属系列。' },
  },
  who: { RegisterMeeting: ['hq'] },
  owner: (_, __, { ownId, organisations }) => ({
    territory: issuerIn(organisations, ownId)?.territoryPath ?? '',
    orgs: [ownId],
  }),
  initial: { is: 'new' },

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

  evolve: { MeetingHeld: () => ({ is: 'held' }) },
};

/** The bodies that a meeting names. */
export const bodiesOf = ({ heldById, venues }: MeetingCommand['data']): readonly Id<'organisation'>[] =>
  [heldById, ...venues.map(({ orgId }) => orgId)].filter((id) => id !== undefined);

const faultOf = (
  asked: MeetingCommand['data'],
  { organisations, previous }: MeetingFacts,
): { readonly code: MeetingRefusal; readonly field: string } | undefined => {
  const { kinds, number, series, previousId } = asked;
  if (new Set(kinds).size !== kinds.length) return { code: 'KIND_TWICE', field: 'kinds' };
  if (number !== undefined && series === undefined) return { code: 'NUMBER_WITHOUT_SERIES', field: 'number' };
  if (previousId && previous?.is !== 'held') return { code: 'PREVIOUS_NOT_FOUND', field: 'previousId' };
  return strangeBody(asked, organisations);
};

const strangeBody = (asked: MeetingCommand['data'], organisations: Organisations) => {
  const stranger = bodiesOf(asked).find((id) => organisations.get(id)?.is !== 'active');
  return stranger && ({ code: 'BODY_NOT_FOUND', field: stranger === asked.heldById ? 'heldById' : 'venues' } as const);
};
