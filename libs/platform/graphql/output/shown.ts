import { bilingual, type Text } from '#kernel';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';

/** A field of an answer, described in both languages; `optional` ones may be null. */
export const Shown = (type: ReturnTypeFunc, { en, zh, optional = false }: Text & { optional?: boolean }) =>
  Field(type, { nullable: optional, description: bilingual({ en, zh }) });
