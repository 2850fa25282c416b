import type { z } from 'zod';
import type { Field, Part } from './field.js';
import { optional } from './fields.js';
import type { Id } from './ids.js';
import type { Owner } from './owner.js';
import type { FieldPath } from './personal.js';

/** To whom something is shown that most who see the row are not shown. */
export interface ClosedTo {
  /** The people whom it is about or who saw to it, and posts whose holder that is. */
  readonly people: readonly Id[];
  /** Where it lies and whose it is, for those who look after such things there. */
  readonly owner: Owner;
}

/** What a view keeps from most who see its rows; of a row that stands for its stream, the reasons in its history too. */
export interface Closed<Row> {
  readonly fields: readonly FieldPath[];
  readonly to: (row: Row) => ClosedTo;
}

const TO_WHOM = {
  en: 'Null for all but whom it is about, who saw to it, administrators, and auditors and discipline officers within reach.',
  zh: '仅当事人、经办人、系统管理员及范围内的审计、纪检人员可见，其他人为空。',
};

/** A field that is not shown to everybody who sees the row. */
export const closed = <S extends z.ZodType>(one: Field<S>): Field<z.ZodOptional<S>> => ({
  ...optional(one),
  label: { en: `${one.label.en} ${TO_WHOM.en}`, zh: `${one.label.zh}${TO_WHOM.zh}` },
  closed: true,
});

/** Where the closed fields of a row are; '*' stands for every element of a list. */
export const closedFieldsOf = ({ fields }: Part): readonly FieldPath[] =>
  Object.entries(fields).flatMap(([name, { holds, list, closed: isClosed }]): readonly FieldPath[] => {
    if (isClosed) return [[name]];
    const below = holds.is === 'part' ? closedFieldsOf(holds.of) : [];
    return below.map((path) => [name, ...(list ? ['*'] : []), ...path]);
  });

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

const withoutOne = (value: unknown, [name = '', ...rest]: FieldPath): unknown => {
  if (!isGroup(value)) return value;
  if (name === '*') return Array.isArray(value) ? value.map((one: unknown) => withoutOne(one, rest)) : value;
  if (!Object.hasOwn(value, name)) return value;
  const { [name]: here, ...others } = value as Readonly<Record<string, unknown>>;
  if (rest.length === 0) return others;
  const below = withoutOne(here, rest);
  return below === here ? value : { ...value, [name]: below };
};

/** The same without what these ways lead to; the very same where they lead to nothing. */
export const without = <T>(value: T, paths: readonly FieldPath[]): T =>
  // What is left has the same shape, with fields missing that may be missing.
  paths.reduce<unknown>(withoutOne, value) as T;
