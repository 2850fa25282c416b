import {
  anId,
  aTerritoryPath,
  flag,
  id,
  int,
  kept,
  list,
  named,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  text,
  word,
  type PartData,
  viewOf,
} from '#kernel';
import { noonOf } from '#time';
import { z } from 'zod';
import type { StatedDay } from '../../content/stated-day.js';
import { statedDayRow } from '../../content/views/stated-day.row.js';
import { meetingEvents } from '../meeting.events.js';
import { stakesIn } from '../meeting.state.js';
import { MEETING_FORMS, MEETING_KINDS, MEETING_ROLES, VENUE_KINDS } from '../meeting.words.js';

const venueRow = partOf(
  'Venue',
  {
    kind: word(VENUE_KINDS, 'Main or branch.', '类型。'),
    name: text(100, 'What it is called.', '名称。'),
    organisation: optional(pointer('The body that sat there.', '参会机构。')),
  },
  { en: 'Where people sat.', zh: '会场。' },
);

const partRow = partOf(
  'MeetingPart',
  {
    role: word(MEETING_ROLES, 'What they did.', '角色。'),
    post: text(100, 'Their post.', '职务。'),
    organisation: optional(text(200, 'Their body.', '机构。')),
    venue: optional(text(100, 'In which venue.', '会场。')),
  },
  { en: 'Who did what, by post: names stay in the text.', zh: '参会角色（按职务，不记姓名）。' },
);

export const meetingRow = rowOf('Meeting', 'A meeting that directives come from.', '会议。', {
  id: ownId('Its id.', '编号。'),
  title: text(200, 'What it is called.', '名称。'),
  heldBy: text(200, 'The body that held it, in the words of the text.', '文中所称主办机构。'),
  heldByBody: optional(pointer('That body, when it is registered.', '主办机构（已登记时）。')),
  registeredBy: pointer('The body that registered it.', '登记机构。'),
  series: optional(text(200, 'The series it belongs to.', '会议系列。')),
  number: optional(int([1, 10_000], 'Its number in the series.', '次数。')),
  previous: optional(pointer('The meeting before it.', '上一次会议。')),
  kinds: list(word(MEETING_KINDS, 'Its natures: one meeting may have several.', '会议类别（可多项）。')),
  form: word(MEETING_FORMS, 'How it was held.', '形式。'),
  heldOn: part(statedDayRow, 'The day that the text states.', '召开日期。'),
  venues: list(part(venueRow, 'Its venues.', '会场。')),
  roles: list(part(partRow, 'Who did what.', '参会角色。')),
  undisclosedItems: flag('Whether some items are not disclosed.', '是否有未公开事项。'),
  notDuplicateOf: list(
    id('meeting', 'Meetings that look the same and were named as others.', '看似相同但经确认并非同一会议的。'),
  ),
  /** Noon of the day on which it was held, where the text states the year. */
  heldAt: optional(kept(z.string())),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
});

export type MeetingCard = PartData<typeof meetingRow>;

/** A meeting belongs to the body that registered it, and to the bodies that held it or sat in it. */
export const meetingCard = viewOf<MeetingCard, typeof meetingEvents>({
  name: 'meeting_card',
  version: 5,
  of: meetingEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => named(title) },
  indexes: ['heldAt'],
  searched: ['title', 'heldBy', 'series'],
  on: {
    MeetingHeld: (_, { registeredBy, heldById, previousId, venues, notDuplicateOf = [], ...meeting }, { stream }) => ({
      id: stream,
      ...meeting,
      notDuplicateOf,
      registeredBy: ref(registeredBy.orgId),
      ...heldAt(meeting.heldOn),
      ...(heldById && { heldByBody: ref(heldById) }),
      ...(previousId && { previous: ref(previousId) }),
      venues: venues.map(({ orgId, ...venue }) => ({ ...venue, ...(orgId && { organisation: ref(orgId) }) })),
      territoryPath: registeredBy.territoryPath,
      orgs: [...stakesIn({ registeredBy, heldById, venues }).orgs],
    }),
  },
});

const heldAt = ({ year, ...day }: StatedDay) => (year === null ? {} : { heldAt: noonOf({ year, ...day }) });
