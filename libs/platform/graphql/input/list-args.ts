import { vocabulary, type Text, type WordOf } from '#kernel';
import type { Type } from '@nestjs/common';
import { ArgsType } from '@nestjs/graphql';
import { enumTypeOf } from '../output/enum-of.js';
import { PageArgs } from './page-args.js';
import { EnumField, InstantField } from './plain-fields.js';
import { TextField } from './text-field.js';

const AWAITED = vocabulary('Awaited', 'Whose act something waits for.', '待谁办理。', {
  me: { en: 'An act of the viewer', zh: '待我办理' },
});

/** What a list can be narrowed by besides fields of its own; in words that stand in the schema. */
export interface Narrowable<P extends string = string> {
  /** Where a text is looked for. */
  readonly text?: Text;
  /** Dates, from an instant on and before one. */
  readonly periods?: Readonly<Record<P, Text>>;
  /** What waits for the viewer. */
  readonly awaiting?: Text;
}

/** The arguments by which it is. */
export type ListFilters<P extends string = string> = {
  readonly [K in P as `${K}From` | `${K}To`]?: string;
} & { readonly text?: string; readonly awaiting?: WordOf<typeof AWAITED> };

const periodFields = ({ en, zh }: Text) => ({
  From: InstantField({ en: `${en} from this instant on.`, zh: `${zh}自（含）。`, optional: true }),
  To: InstantField({ en: `${en} before this instant.`, zh: `${zh}至（不含）。`, optional: true }),
});

const fieldsOf = ({ text, periods = {}, awaiting }: Narrowable): Readonly<Record<string, PropertyDecorator>> => ({
  ...(text && {
    text: TextField(100, {
      en: `Only with this text, in either script, in ${text.en}.`,
      zh: `${text.zh}包含此文字（简繁不限）。`,
      optional: true,
    }),
  }),
  ...(awaiting && { awaiting: EnumField(() => enumTypeOf(AWAITED), { ...awaiting, optional: true }) }),
  ...Object.fromEntries(
    Object.entries(periods).flatMap(([name, words]) =>
      Object.entries(periodFields(words)).map(([end, field]) => [name + end, field]),
    ),
  ),
});

/** The arguments of a list that can be narrowed so: `class BoxesArgs extends ListArgs(boxList) {}`. Every list has them from here. */
export const ListArgs = <P extends string>(narrowable: Narrowable<P>): Type<PageArgs & ListFilters<P>> => {
  @ArgsType()
  abstract class ListArgsOf extends PageArgs {}
  for (const [name, field] of Object.entries(fieldsOf(narrowable))) field(ListArgsOf.prototype, name);
  // The fields were declared one by one, by the names that the type has.
  return ListArgsOf as unknown as Type<PageArgs & ListFilters<P>>;
};
