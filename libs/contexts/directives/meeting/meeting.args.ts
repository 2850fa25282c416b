import { bilingual } from '#kernel';
import { CountedConnection, objectTypeOf } from '#platform/graphql';
import { ObjectType } from '@nestjs/graphql';
import { meetingRow } from './views/meeting-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of meetings.', zh: '会议列表。' }) })
export class MeetingConnection extends CountedConnection(objectTypeOf(meetingRow), 'MeetingCard') {}
