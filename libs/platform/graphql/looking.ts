import type { Actor } from '#access';
import { bilingual } from '#kernel';
import type { Looking } from '#platform/views';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, Matches, ValidateBy } from './fields/rules.js';
import { instant } from './date-time.scalar.js';

/** A position as a client may write it: small enough for the log's own numbers. */
const POSITION = /^(0|[1-9]\d{0,17})$/;

const isMoment = (value: unknown): boolean =>
  (typeof value === 'string' && POSITION.test(value)) || instant(value) !== undefined;

/** The arguments that every query takes: not before this position, and as of which moment. */
@ArgsType()
export class LookArgs {
  @Field(() => String, {
    nullable: true,
    description: bilingual({
      en: 'The position that a mutation answered: look once it is visible.',
      zh: '变更返回的位置：待其可见后再查询。',
    }),
  })
  @IsOptional()
  @Matches(POSITION, { message: 'must be a position 须为日志位置' })
  waitFor?: string;

  @Field(() => String, {
    nullable: true,
    description: bilingual({
      en: 'Look as of this moment: a position of the log, or the instant at which the log stood so.',
      zh: '按此时点查询：日志位置，或日志记录时刻。',
    }),
  })
  @IsOptional()
  @ValidateBy({
    name: 'isMoment',
    validator: {
      validate: isMoment,
      defaultMessage: () => 'must be a position or an instant in UTC 须为日志位置或时刻',
    },
  })
  asOf?: string;
}

const momentOf = (asOf: string): NonNullable<Looking['asOf']> =>
  POSITION.test(asOf) ? { position: BigInt(asOf) } : { recordedAt: instant(asOf) ?? asOf };

/** How to look, from who looks and what they asked for. */
export const looking = (actor: Actor, { waitFor, asOf }: LookArgs = {}): Looking => ({
  actor,
  ...(waitFor && { waitFor: BigInt(waitFor) }),
  ...(asOf && { asOf: momentOf(asOf) }),
});
