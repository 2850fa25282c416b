import { isId, type Id } from '#kernel';
import type { StartProblem } from '#platform/postgres';
import { UNLIMITED, USUAL_LIMITS, type RateLimits } from '#platform/security';
import { z } from 'zod';

/** What is wrong with it, by the word that stands for it below. */
export const RATES_SAID: Readonly<Record<string, StartProblem>> = {
  rates: {
    en: 'must be off, or how much a minute, like operations=600,mutations=240,address=6000,connections=600,resetAccount=10,account-…=5000',
    zh: '须为 off，或每分钟上限，如 operations=600,mutations=240,address=6000,connections=600,resetAccount=10,account-…=5000',
  },
};

const PART = /^([a-z][\w-]*)=([1-9]\d{0,6})$/;
const OF_ALL: readonly string[] = ['operations', 'mutations', 'address', 'connections'];

type Part = readonly [name: string, most: number];

const partsOf = (text: string): readonly Part[] | undefined => {
  const parts = text.split(',').map((part) => PART.exec(part.trim()));
  if (parts.some((part) => part === null)) return undefined;
  return parts.map((part): Part => [part?.[1] ?? '', Number(part?.[2])]);
};

const isAccount = (part: Part): part is readonly [Id<'account'>, number] => isId('account', part[0]);

/** What is not named stays as usual. */
const limitsOf = (parts: readonly Part[]): RateLimits => ({
  ...USUAL_LIMITS,
  ...Object.fromEntries(parts.filter(([name]) => OF_ALL.includes(name))),
  accounts: new Map(parts.filter(isAccount)),
  fields: new Map(parts.filter((part) => !OF_ALL.includes(part[0]) && !isAccount(part))),
});

const isRight = (text: string): boolean =>
  text === 'off' || partsOf(text)?.every((part) => isAccount(part) || /^[a-zA-Z]+$/.test(part[0])) === true;

/** How much may be asked in a minute. */
export const RATE_LIMITS = z
  .string()
  .refine(isRight, { error: 'rates', abort: true })
  .transform((text) => (text === 'off' ? UNLIMITED : limitsOf(partsOf(text) ?? [])))
  .default(USUAL_LIMITS);
