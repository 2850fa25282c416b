import { refused, type Refusal } from '#kernel';

/** What the schema says of the reason of a correction. */
export const WHY = { en: 'The reason is required.', zh: '须说明理由。' };

/** What the schema says of an English name that is put right. */
export const RIGHT_EN = {
  en: 'The right English name; another name comes without one unless it is said.',
  zh: '正确的英文名称（名称有变而不填，即不再有）。',
};

/** Why an entry is not put right: nothing is to be changed, or nobody says why. */
export const CORRECTION_REFUSALS = {
  NOTHING_TO_CORRECT: { en: 'This is what the record says already.', zh: '记录已是如此，无需更正。' },
  REASON_REQUIRED: { en: 'A reason is required.', zh: '须说明理由。' },
} as const;

/** The fields that are given and differ from what stands; and why there is none. */
export const corrected = <T extends object>(
  given: T,
  standing: { readonly [K in keyof T]?: unknown },
  reason: string | undefined,
): Refusal<keyof typeof CORRECTION_REFUSALS> | { readonly changed: T & { readonly reason: string } } => {
  const entries = Object.entries(given).filter(
    ([name, value]) => value !== undefined && value !== Reflect.get(standing, name),
  );
  if (entries.length === 0) return refused('NOTHING_TO_CORRECT');
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  // Only fields that were given are left out.
  return { changed: { ...Object.fromEntries(entries), reason } as T & { readonly reason: string } };
};
