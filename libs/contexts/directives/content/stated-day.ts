import { int, optional, partOf, refused, type Refusal, type Text } from '#kernel';
import { isOnCalendar } from '#time';
import { z } from 'zod';

/** A day as a text gives it; a year that it does not state is null, never assumed. */
export const statedDay = z.strictObject({
  year: z.int().min(1900).max(2200).nullable(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});

export type StatedDay = z.output<typeof statedDay>;

/** A day as somebody enters it. */
export const statedDayPart = partOf('StatedDay', {
  year: optional(int([1900, 2200], 'The year; left out when the text does not state it.', '年；文中未说明则不填。')),
  month: int([1, 12], 'The month.', '月。'),
  day: int([1, 31], 'The day.', '日。'),
});

/** The day that was entered; a year that was left out is one that the text does not state. */
export const stated = ({
  year = null,
  month,
  day,
}: Pick<StatedDay, 'month' | 'day'> & { readonly year?: number | null | undefined }): StatedDay => ({
  year,
  month,
  day,
});

export const DAY_REFUSALS = {
  NO_SUCH_DAY: { en: 'The calendar has no such day.', zh: '日历上没有这一天。' },
} as const satisfies Record<string, Text>;

/** Refuses a day that the calendar does not have, at its field. */
export const noSuchDay = (day: StatedDay | undefined, field: string): Refusal<keyof typeof DAY_REFUSALS> | undefined =>
  day && !isOnCalendar(day) ? refused('NO_SUCH_DAY', field, 'day') : undefined;
