import type { Actor } from '#access';
import type { Id, Text } from '#kernel';
import type { Looking } from '#platform/views';
import { ArgsType } from '@nestjs/graphql';
import { inputField, type FieldOptions } from './field-options.js';
import { expecting } from './expecting.js';
import { ValidateBy } from './rules.js';
import { instant } from '../output/date-time.scalar.js';

/** A position as a client may write it: small enough for the log's own numbers. */
const POSITION = /^(0|[1-9]\d{0,17})$/;

const isPosition = (value: unknown): boolean => typeof value === 'string' && POSITION.test(value);

/** There is no year 0 in the calendar of the database, and no log is that old. */
const isMoment = (value: unknown): boolean => isPosition(value) || instant(value)?.startsWith('0000') === false;

/** A text that is read as a place or a moment of the log. */
const LogField = (options: FieldOptions, name: string, check: (value: unknown) => boolean, context: Text) => {
  const rules = [ValidateBy({ name, validator: { validate: check } }, expecting(context))];
  return inputField(() => String, options, { check, rules });
};

/** The arguments that every query takes: not before this position, and as of which moment. */
@ArgsType()
export class LookArgs {
  @LogField(
    {
      en: 'The position that a mutation answered: look once it is visible.',
      zh: '变更返回的位置：待其可见后再查询。',
      optional: true,
    },
    'isPosition',
    isPosition,
    { en: 'Must be a position of the log.', zh: '须为日志位置。' },
  )
  waitFor?: string;

  @LogField(
    {
      en: 'Look as of this moment: a position of the log, or the instant at which the log stood so.',
      zh: '按此时点查询：日志位置，或日志记录时刻。',
      optional: true,
    },
    'isMoment',
    isMoment,
    { en: 'Must be a position of the log or an instant.', zh: '须为日志位置或时刻。' },
  )
  asOf?: string;
}

const momentOf = (asOf: string): NonNullable<Looking['asOf']> =>
  POSITION.test(asOf) ? { position: BigInt(asOf) } : { recordedAt: instant(asOf) ?? asOf };

/** What a list is narrowed to. */
interface Scoped {
  readonly scope?: Id<'territory'>;
}

/** How to look, from who looks and what they asked for. */
export const looking = (actor: Actor, { waitFor, asOf, scope }: LookArgs & Scoped = {}): Looking => ({
  actor,
  ...(waitFor && { waitFor: BigInt(waitFor) }),
  ...(asOf && { asOf: momentOf(asOf) }),
  ...(scope && { within: scope }),
});
