import type { Id } from '#kernel';
import { CommandInput, EnumField, FlagField, IdField, IntField, PartField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import { DraftInput, StatedDayInput } from './content.input.js';
import type { Damage } from './directive.events.js';
import type { MeetingCommand } from './meeting.decider.js';
import { DamageKind, MeetingForm, MeetingKind, MeetingRole, VenueKind } from './views/enums.js';

type Meeting = MeetingCommand['data'];

@InputType()
export class VenueInput {
  @EnumField(() => VenueKind, { en: 'Main or branch.', zh: '类型。' })
  kind!: Meeting['venues'][number]['kind'];
  @TextField(100, { en: 'What it is called.', zh: '名称。' })
  name!: string;
  @IdField('organisation', { en: 'The body that sat there.', zh: '参会机构。', optional: true })
  orgId?: Id<'organisation'>;
}

@InputType()
export class MeetingPartInput {
  @EnumField(() => MeetingRole, { en: 'What they did.', zh: '角色。' })
  role!: Meeting['roles'][number]['role'];
  @TextField(100, { en: 'Their post; never a name.', zh: '职务（不填姓名）。' })
  post!: string;
  @TextField(200, { en: 'Their body.', zh: '机构。', optional: true })
  organisation?: string;
  @TextField(100, { en: 'In which venue.', zh: '会场。', optional: true })
  venue?: string;
}

@InputType()
export class RegisterMeetingInput extends CommandInput {
  @TextField(200, { en: 'What it is called.', zh: '名称。' })
  title!: string;
  @TextField(200, { en: 'The body that held it, in the words of the text.', zh: '文中所称主办机构。' })
  heldBy!: string;
  @IdField('organisation', { en: 'That body, when it is registered.', zh: '主办机构（已登记时）。', optional: true })
  heldById?: Id<'organisation'>;
  @TextField(200, { en: 'The series it belongs to.', zh: '会议系列。', optional: true })
  series?: string;
  @IntField(1, 10_000, { en: 'Its number in the series.', zh: '次数。', optional: true })
  number?: number;
  @IdField('meeting', { en: 'The meeting before it.', zh: '上一次会议。', optional: true })
  previousId?: Id<'meeting'>;
  @EnumField(() => MeetingKind, {
    en: 'Its natures: one meeting may have several.',
    zh: '会议类别（可多项）。',
    list: 10,
  })
  kinds!: Meeting['kinds'];
  @EnumField(() => MeetingForm, { en: 'How it was held.', zh: '形式。' })
  form!: Meeting['form'];
  @PartField(() => StatedDayInput, { en: 'The day that the text states.', zh: '召开日期。' })
  heldOn!: StatedDayInput;
  @PartField(() => VenueInput, { en: 'Its venues.', zh: '会场。', list: 300 })
  venues!: VenueInput[];
  @PartField(() => MeetingPartInput, { en: 'Who did what, by post.', zh: '参会角色。', list: 300 })
  roles!: MeetingPartInput[];
  @FlagField({ en: 'Whether some items are not disclosed.', zh: '是否有未公开事项。' })
  undisclosedItems!: boolean;
}

@InputType()
export class DraftDirectiveInput extends DraftInput {}

@InputType()
export class DeployFromInput extends DraftInput {}

@InputType()
export class EditDraftInput extends DraftInput {
  @IdField('directive', { en: 'Which draft.', zh: '部署编号。' })
  id!: Id<'directive'>;
}

@InputType()
export class OriginalFileInput {
  @TextField(64, { en: 'SHA-256 of its bytes, hexadecimal.', zh: '文件 SHA-256。', pattern: /^[0-9a-f]{64}$/ })
  sha256!: string;
  @IntField(1, 2_000_000_000, { en: 'How many bytes.', zh: '字节数。' })
  bytes!: number;
  @TextField(200, { en: 'Its name.', zh: '文件名。' })
  fileName!: string;
  @TextField(100, { en: 'Its media type.', zh: '媒体类型。' })
  mediaType!: string;
}

@InputType()
export class DamagedRunInput {
  @EnumField(() => DamageKind, { en: 'What was lost.', zh: '类型。' })
  kind!: Damage['kind'];
  @IntField(0, 1_000_000, { en: 'Where it begins in the text.', zh: '起始位置。' })
  from!: number;
  @IntField(0, 1_000_000, { en: 'Where it ends.', zh: '结束位置。' })
  to!: number;
  @TextField(500, { en: 'What the file has there.', zh: '原文。' })
  text!: string;
}

@InputType()
export class ImportDirectiveInput extends DraftInput {
  @TextField(200, { en: 'Who gave it, in the words of the text.', zh: '文中所称发文机构。' })
  issuedBy!: string;
  @PartField(() => StatedDayInput, { en: 'The day that it names.', zh: '文中日期。', optional: true })
  dated?: StatedDayInput;
  @PartField(() => OriginalFileInput, { en: 'The file that it came from.', zh: '原始文件。' })
  original!: OriginalFileInput;
  @PartField(() => DamagedRunInput, { en: 'What nobody can read in it.', zh: '损坏处。', list: 500 })
  damage!: DamagedRunInput[];
  @FlagField({ en: 'Whether the text is whole.', zh: '文本是否完整。' })
  complete!: boolean;
}

@InputType()
export class SubmitForSignOffInput extends CommandInput {
  @IdField('directive', { en: 'Which draft.', zh: '部署编号。' })
  id!: Id<'directive'>;
}

@InputType()
export class IssueDirectiveInput extends CommandInput {
  @IdField('directive', { en: 'Which directive.', zh: '部署编号。' })
  id!: Id<'directive'>;
  @IdField('organisation', { en: 'To whom it goes.', zh: '收文机构。', list: 500 })
  recipientIds!: Id<'organisation'>[];
}
