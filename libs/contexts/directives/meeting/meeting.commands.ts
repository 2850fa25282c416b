import {
  command,
  commandsOf,
  flag,
  id,
  int,
  list,
  optional,
  part,
  partOf,
  text,
  to,
  word,
  type CommandOf,
  type ShapeData,
} from '#kernel';
import { statedDayPart, type StatedDay } from '../content/stated-day.js';
import { MEETING_FORMS, MEETING_KINDS, MEETING_ROLES, VENUE_KINDS } from './meeting.words.js';

const venuePart = partOf('Venue', {
  kind: word(VENUE_KINDS, 'Main or branch.', '类型。'),
  name: text(100, 'What it is called.', '名称。'),
  orgId: optional(id('organisation', 'The body that sat there.', '参会机构。')),
});

/** Who did what, by post and body as the text names them: no record of a person is made from a notice. */
const partPart = partOf('MeetingPart', {
  role: word(MEETING_ROLES, 'What they did.', '角色。'),
  post: text(100, 'Their post; never a name.', '职务（不填姓名）。'),
  organisation: optional(text(200, 'Their body.', '机构。')),
  venue: optional(text(100, 'In which venue.', '会场。')),
});

const meetingFields = {
  title: text(200, 'What it is called.', '名称。'),
  heldBy: text(200, 'The body that held it, in the words of the text.', '文中所称主办机构。'),
  heldById: optional(id('organisation', 'That body, when it is registered.', '主办机构（已登记时）。')),
  series: optional(text(200, 'The series it belongs to.', '会议系列。')),
  number: optional(int([1, 10_000], 'Its number in the series.', '次数。')),
  previousId: optional(id('meeting', 'The meeting before it.', '上一次会议。')),
  kinds: list(word(MEETING_KINDS, 'Its natures: one meeting may have several.', '会议类别（可多项）。'), 10),
  form: word(MEETING_FORMS, 'How it was held.', '形式。'),
  heldOn: part(statedDayPart, 'The day that the text states.', '召开日期。'),
  venues: list(part(venuePart, 'Its venues.', '会场。'), 300),
  roles: list(part(partPart, 'Who did what, by post.', '参会角色。'), 300),
  undisclosedItems: flag('Whether some items are not disclosed.', '是否有未公开事项。'),
  notDuplicateOf: optional(
    list(id('meeting', 'A meeting that looks the same and is another.', '看似相同但并非同一会议的编号。'), 20),
  ),
};

/** A meeting as it is registered; a year that the text does not state is null. */
export type Registered = Omit<ShapeData<typeof meetingFields>, 'heldOn'> & { readonly heldOn: StatedDay };

/** Everything that can be asked of a meeting. */
export const meetingCommands = commandsOf(
  'meeting',
  { subject: { en: 'Which meeting.', zh: '会议编号。' } },
  {
    RegisterMeeting: command('Registers a meeting that was held.', '登记会议。', {
      who: ['hq'],
      at: ['new'],
      begins: 'derived',
      takes: meetingFields,
      as: to<Registered>(),
    }),
  },
);

export type MeetingCommand = CommandOf<typeof meetingCommands>;
