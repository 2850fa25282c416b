import {
  claiming,
  happened,
  possibleDuplicate,
  refused,
  TWIN_REFUSALS,
  type Decider,
  type Id,
  type Occasion,
  type Refusal,
} from '#kernel';
import { dayOf } from '#time';
import { readOrganisations } from '../content/organisations.facts.js';
import { issuerIn, type Organisations } from '../content/recipients.js';
import { DAY_REFUSALS, noSuchDay } from '../content/stated-day.js';
import { meetingCommands, type MeetingCommand, type Registered } from './meeting.commands.js';
import type { MeetingEvent } from './meeting.events.js';
import { meetingStream, stakesIn, type MeetingState } from './meeting.state.js';
import { claimsOnMeeting, twinsOf } from './meeting.twins.js';

export type MeetingRefusal =
  | 'MEETING_EXISTS'
  | 'OWN_BODY_UNKNOWN'
  | 'BODY_NOT_FOUND'
  | 'PREVIOUS_NOT_FOUND'
  | 'KIND_TWICE'
  | 'NUMBER_WITHOUT_SERIES'
  | 'NOT_HELD_YET'
  | keyof typeof DAY_REFUSALS
  | keyof typeof TWIN_REFUSALS;

/** The bodies that a meeting names, the registering one among them, the meeting before it, and those that may be the same (F8). */
interface Surroundings {
  readonly ownId: Id<'organisation'> | undefined;
  readonly organisations: Organisations;
  readonly previous: MeetingState | undefined;
  readonly twins: readonly Id[];
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
    ...DAY_REFUSALS,
    ...TWIN_REFUSALS,
    NOT_HELD_YET: { en: 'This day has not come yet.', zh: '该日期尚未到来。' },
  },
  facts: {
    RegisterMeeting: async (read, asked, { stream }, { orgId: ownId }) => ({
      ownId,
      organisations: await readOrganisations(read, [...(ownId ? [ownId] : []), ...bodiesOf(asked)]),
      previous: asked.previousId && (await read.state(meetingStream, asked.previousId)),
      twins: await twinsOf(read, asked, stream),
    }),
  },
  owner: (_, { facts: { ownId, organisations } }) => ({
    territory: issuerIn(organisations, ownId)?.territoryPath ?? '',
    orgs: ownId ? [ownId] : [],
  }),

  decide: {
    RegisterMeeting: (asked, state, on, facts) => {
      if (state.is !== 'new') return refused('MEETING_EXISTS');
      const registeredBy = issuerIn(facts.organisations, facts.ownId);
      if (!registeredBy) return refused('OWN_BODY_UNKNOWN');
      const fault = faultOf(asked, facts) ?? notHeldYet(asked, on) ?? possibleDuplicate(facts.twins, asked);
      const data = { ...asked, registeredBy };
      return fault ?? claiming(happened({ type: 'MeetingHeld', data }), claimsOnMeeting(asked, stakesIn(data)));
    },
  },
};

/** W1: a meeting is registered after it was held, as far as its text says when that was. */
const notHeldYet = ({ heldOn }: Registered, { occurredAt }: Occasion): Refusal<MeetingRefusal> | undefined => {
  const { year, month, day } = heldOn;
  if (year === null) return undefined;
  const written = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return written > dayOf(occurredAt) ? refused('NOT_HELD_YET', 'heldOn') : undefined;
};

/** The bodies that a meeting names. */
const bodiesOf = ({ heldById, venues }: Registered): readonly Id<'organisation'>[] =>
  [heldById, ...venues.map(({ orgId }) => orgId)].filter((id) => id !== undefined);

const faultOf = (asked: Registered, { organisations, previous }: Surroundings): Refusal<MeetingRefusal> | undefined => {
  const { kinds, number, series, previousId } = asked;
  if (new Set(kinds).size !== kinds.length) return refused('KIND_TWICE', 'kinds');
  if (number !== undefined && series === undefined) return refused('NUMBER_WITHOUT_SERIES', 'number');
  if (previousId && previous?.is !== 'held') return refused('PREVIOUS_NOT_FOUND', 'previousId');
  return noSuchDay(asked.heldOn, 'heldOn') ?? strangeBody(asked, organisations);
};

const strangeBody = (
  { heldById, venues }: Registered,
  organisations: Organisations,
): Refusal<MeetingRefusal> | undefined => {
  const isStrange = (id: Id<'organisation'> | undefined) => id && organisations.get(id)?.is !== 'active';
  if (isStrange(heldById)) return refused('BODY_NOT_FOUND', 'heldById');
  const index = venues.findIndex(({ orgId }) => isStrange(orgId));
  return index >= 0 ? refused('BODY_NOT_FOUND', 'venues', String(index), 'orgId') : undefined;
};
