import { bilingual } from '#kernel';
import { CountedConnection, ListArgs, objectTypeOf, type Listed } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { meetingRow, type MeetingCard } from './views/meeting-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of meetings.', zh: '会议列表。' }) })
export class MeetingConnection extends CountedConnection(objectTypeOf(meetingRow), 'MeetingCard') {}

/** What meetings are narrowed by as every list is. */
export const meetingList: Listed<MeetingCard, 'held'> = {
  text: { en: 'the title, the series or the body that held it', zh: '标题、系列或主办机构' },
  periods: { held: { en: 'Held, where the text states the year,', zh: '召开时间（文中有年份的）' } },
  dates: { held: 'heldAt' },
};

@ArgsType()
export class MeetingsArgs extends ListArgs(meetingList) {}
