import { bilingual } from '#kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Damage, StatedDay as Stated } from '../directive.events.js';
import { DamageKind } from './enums.js';

@ObjectType({ description: bilingual({ en: 'A day as a text gives it.', zh: '文中日期。' }) })
export class StatedDay {
  @Field(() => Int, {
    nullable: true,
    description: bilingual({ en: 'The year; null is "not stated", never assumed.', zh: '年；空表示文中未说明。' }),
  })
  year!: Stated['year'];
  @Field(() => Int, { description: bilingual({ en: 'The month.', zh: '月。' }) })
  month!: number;
  @Field(() => Int, { description: bilingual({ en: 'The day.', zh: '日。' }) })
  day!: number;
}

@ObjectType({ description: bilingual({ en: 'The file that a text came from.', zh: '原始文件。' }) })
export class OriginalFile {
  @Field(() => String, { description: bilingual({ en: 'SHA-256 of its bytes.', zh: '文件 SHA-256。' }) })
  sha256!: string;
  @Field(() => Int, { description: bilingual({ en: 'How many bytes.', zh: '字节数。' }) })
  bytes!: number;
  @Field(() => String, { description: bilingual({ en: 'Its name.', zh: '文件名。' }) })
  fileName!: string;
  @Field(() => String, { description: bilingual({ en: 'Its media type.', zh: '媒体类型。' }) })
  mediaType!: string;
}

@ObjectType({ description: bilingual({ en: 'A stretch that nobody can read.', zh: '文本损坏处。' }) })
export class DamagedRun {
  @Field(() => DamageKind, { description: bilingual({ en: 'What was lost.', zh: '类型。' }) })
  kind!: Damage['kind'];
  @Field(() => Int, { description: bilingual({ en: 'Where it begins in the text.', zh: '起始位置。' }) })
  from!: number;
  @Field(() => Int, { description: bilingual({ en: 'Where it ends.', zh: '结束位置。' }) })
  to!: number;
  @Field(() => String, { description: bilingual({ en: 'What the file has there.', zh: '原文。' }) })
  text!: string;
}

@ObjectType({ description: bilingual({ en: 'Where an imported text came from.', zh: '导入来源。' }) })
export class Provenance {
  @Field(() => String, {
    description: bilingual({ en: 'Who gave it, in the words of the text.', zh: '文中所称发文机构。' }),
  })
  issuedBy!: string;
  @Field(() => StatedDay, {
    nullable: true,
    description: bilingual({ en: 'The day that it names.', zh: '文中日期。' }),
  })
  dated?: StatedDay | undefined;
  @Field(() => OriginalFile, {
    description: bilingual({ en: 'The file, kept as it was.', zh: '原始文件（保持原样）。' }),
  })
  original!: OriginalFile;
  @Field(() => [DamagedRun], { description: bilingual({ en: 'What nobody can read in it.', zh: '损坏处。' }) })
  damage!: readonly DamagedRun[];
  @Field(() => Boolean, { description: bilingual({ en: 'Whether the text is whole.', zh: '文本是否完整。' }) })
  complete!: boolean;
}
