import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  FlagField,
  enumTypeOf,
  IdField,
  IntField,
  ListArgs,
  LookArgs,
  type Listed,
  objectTypeOf,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { INSTRUMENTS, URGENCIES, type Instrument, type Urgency } from '../content/content.words.js';
import { DIRECTIVE_STATUSES, type DirectiveStatus } from './directive.words.js';
import { directiveRow, type DirectiveCard } from './views/directive.row.js';

@ObjectType({ description: bilingual({ en: 'A page of directives.', zh: '部署列表。' }) })
export class DirectiveConnection extends CountedConnection(objectTypeOf(directiveRow), 'DirectiveCard') {}

/** What directives are narrowed by as every list is. */
export const directiveList: Listed<DirectiveCard, 'issued'> = {
  text: { en: 'the title or the number', zh: '标题或文号' },
  periods: { issued: { en: 'Issued', zh: '印发时间' } },
  dates: { issued: 'issuedAt' },
  awaiting: {
    en: 'Only those that the viewer is to sign, or whose requests the viewer is to rule on.',
    zh: '仅待我签发或待我批复申请的部署。',
  },
};

@ArgsType()
export class DirectiveArgs extends LookArgs {
  @IntField(1, 1_000_000, {
    en: 'As it read in this version of its text, from its issue on; the present one when left out.',
    zh: '按此文本版本查询（自印发起）；省略为现行版本。',
    optional: true,
  })
  textVersion?: number;
}

@ArgsType()
export class DirectivesArgs extends ListArgs(directiveList) {
  @ScopeField()
  scope?: Id<'territory'>;
  @EnumField(() => enumTypeOf(DIRECTIVE_STATUSES), { en: 'Only in this state.', zh: '按状态筛选。', optional: true })
  status?: DirectiveStatus;
  @EnumField(() => enumTypeOf(INSTRUMENTS), { en: 'Only of this kind.', zh: '按文种筛选。', optional: true })
  instrument?: Instrument;
  @EnumField(() => enumTypeOf(URGENCIES), { en: 'Only of this urgency.', zh: '按紧急程度筛选。', optional: true })
  urgency?: Urgency;
  @IdField('organisation', { en: 'Only those of this body.', zh: '按发文机构筛选。', optional: true })
  issuerId?: Id<'organisation'>;
  @IdField('meeting', { en: 'Only those that came from this meeting.', zh: '按来源会议筛选。', optional: true })
  meetingId?: Id<'meeting'>;
  @TextField(60, { en: 'Only with this number, as it is written.', zh: '按文号筛选。', optional: true })
  number?: string;
  @FlagField({ en: 'Only those that count, or those that wait for it.', zh: '按导入是否已确认筛选。', optional: true })
  confirmed?: boolean;
}
