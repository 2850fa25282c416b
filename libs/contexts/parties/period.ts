import { refused, type Refusal, type Text } from '#kernel';

/** When the present state begins: nothing on record is older. It is 1949-10-01 in China. */
const EARLIEST = '1949-09-30T16:00:00.000Z';

/** Why a period cannot begin then. */
export const PERIOD_REFUSALS = {
  BEFORE_1949: { en: 'Before October 1949 nothing is dated.', zh: '时间不得早于1949年10月1日。' },
  BODY_DISSOLVED_BY_THEN: { en: 'The body was dissolved by then.', zh: '该机构届时已撤销。' },
} as const;

/** Something that was there from a moment on, as far as that is stated. */
interface Began {
  readonly act: Text;
  readonly at: string | undefined;
}

/** W2: nothing begins before 1949. */
export const before1949 = (from: string | undefined, path: string): Refusal<'BEFORE_1949'> | undefined =>
  from !== undefined && from < EARLIEST ? refused('BEFORE_1949', path) : undefined;

type Code = 'BEFORE_1949' | 'OCCURRED_BEFORE';

/** W2 and W1: nothing begins before 1949, nor before what it is about was there; what nobody has stated is no bound. */
export const tooEarly = (from: string | undefined, path: string, { act, at }: Began): Refusal<Code> | undefined => {
  const early = before1949(from, path);
  if (early || from === undefined || at === undefined || from >= at) return early;
  return { ...refused('OCCURRED_BEFORE', path), about: { act, at } };
};
