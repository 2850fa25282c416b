import type { Id, Source } from '#kernel';
import { InputType } from '@nestjs/graphql';
import { CommandSource } from './command-source.js';
import { IdField } from './id-field.js';
import { EnumField, InstantField } from './plain-fields.js';
import { TextField } from './text-field.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What every mutation says about itself: which command it is, and when it happened. Extend it for each mutation's input. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @TextField(36, {
    en: 'A UUID that the client chooses. Sent again with the same input, the command answers as the first time.',
    zh: '客户端生成的 UUID；以相同内容重发时，返回首次的结果。',
    pattern: UUID,
  })
  commandId!: string;

  @InstantField({
    en: 'When it happened, in the actor’s own account; when it is recorded, if left out.',
    zh: '发生时间（以填报人所述为准），默认为记录之时。',
    optional: true,
  })
  occurredAt?: string;

  @IdField('lateEntry', {
    en: 'The confirmed late entry that lets it lie further back than acts may by themselves.',
    zh: '已确认的补录登记，据此可按较早的发生时间补录。',
    optional: true,
  })
  lateEntryId?: Id<'lateEntry'>;

  @EnumField(() => CommandSource, {
    en: 'Where it came from; `web` when left out.',
    zh: '来源，默认为网页端。',
    optional: true,
  })
  source?: Exclude<Source, 'system'>;

  @TextField(100, { en: 'The device that recorded it.', zh: '记录设备。', optional: true })
  deviceId?: string;

  @TextField(1000, { en: 'Why, in the actor’s words.', zh: '事由。', optional: true })
  reason?: string;
}
