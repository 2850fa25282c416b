import { int, nullable, partOf } from '#kernel';

/** A day as rows show it. */
export const statedDayRow = partOf(
  'StatedDay',
  {
    year: nullable(int([1900, 2200], 'The year; null is "not stated", never assumed.', '年；空表示文中未说明。')),
    month: int([1, 12], 'The month.', '月。'),
    day: int([1, 31], 'The day.', '日。'),
  },
  { en: 'A day as a text gives it.', zh: '文中日期。' },
);
