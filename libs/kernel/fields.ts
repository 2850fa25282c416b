import { z } from 'zod';
import type { Field, Holding } from './field.js';
import type { Id } from './ids.js';
import { personal } from './personal.js';
import type { Ref } from './ref.js';
import { anId, anInstant, anyId, oneOf } from './shapes.js';
import type { Vocabulary, Words } from './vocabulary.js';

const field = <S extends z.ZodType>(schema: S, holds: Holding, en: string, zh: string): Field<S> => ({
  holds,
  label: { en, zh },
  schema,
});

/** A text of at most this many characters in inputs. Events hold no bound, since sealed texts are longer than their content. */
export const text = (max: number, en: string, zh: string): Field<z.ZodString> =>
  field(z.string().min(1), { is: 'text', max }, en, zh);

/** A text that is kept byte for byte as it was sent: nothing is composed, nothing cut from its ends. */
export const asSent = (max: number, en: string, zh: string): Field<z.ZodString> =>
  field(z.string().min(1), { is: 'text', max, asSent: true }, en, zh);

/** The longest text that rows show, unless they say otherwise. */
const SHOWN = 4000;

/** A text that a row shows; it is bound where it comes from, and answers are weighed by that. */
export const shownText = (en: string, zh: string, max = SHOWN): Field<z.ZodString> =>
  field(z.string(), { is: 'text', max }, en, zh);

/** A number of things, from 0 on. */
export const count = (en: string, zh: string): Field<z.ZodType<number>> =>
  field(z.int().min(0), { is: 'int', min: 0, max: Number.MAX_SAFE_INTEGER }, en, zh);

/** A text that must have this form, such as a digest. */
export const coded = (max: number, pattern: RegExp, en: string, zh: string): Field<z.ZodString> =>
  field(z.string().regex(pattern), { is: 'text', max, pattern }, en, zh);

/** A text whose inputs must have this form; events are read whatever form was recorded. */
export const formed = (max: number, pattern: RegExp, en: string, zh: string): Field<z.ZodString> =>
  field(z.string().min(1), { is: 'text', max, pattern }, en, zh);

/** The id of a thing of this kind. */
export const id = <K extends string>(kind: K, en: string, zh: string): Field<z.ZodType<Id<K>>> =>
  field(anId(kind), { is: 'id', kind }, en, zh);

/** The id of a thing of any kind: what a row is about. */
export const ownId = (en: string, zh: string): Field<z.ZodType<Id>> =>
  field(anyId(), { is: 'id', kind: 'any' }, en, zh);

/** An instant, as its ISO 8601 text. */
export const instant = (en: string, zh: string): Field<z.ZodType<string>> =>
  field(anInstant(), { is: 'instant' }, en, zh);

/** A whole number between these bounds, both included. */
export const int = ([min, max]: readonly [number, number], en: string, zh: string): Field<z.ZodType<number>> =>
  field(z.int().min(min).max(max), { is: 'int', min, max }, en, zh);

/** A yes or a no. */
export const flag = (en: string, zh: string): Field<z.ZodBoolean> => field(z.boolean(), { is: 'flag' }, en, zh);

/** A part of a whole, from 0 to 1. */
export const ratio = (en: string, zh: string): Field<z.ZodNumber> => field(z.number(), { is: 'ratio' }, en, zh);

/** One word of a vocabulary. */
export const word = <W extends Words>(of: Vocabulary<W>, en: string, zh: string): Field<z.ZodType<keyof W & string>> =>
  field(oneOf(of.words), { is: 'word', of }, en, zh);

/** A pointer to a thing of any context, by id; its label is looked up when somebody reads it. */
export const pointer = (en: string, zh: string): Field<z.ZodType<Ref>> =>
  field(z.strictObject({ id: anyId() }), { is: 'pointer' }, en, zh);

/** A field of a row that lists are filtered by, or that says whose the row is; it is not shown. */
export const kept = <S extends z.ZodType>(schema: S): Field<S> => field(schema, { is: 'kept' }, '', '');

/** A field that names a part of the thing that the field beside it points at. */
export const within = <F extends Field>(beside: string, one: F): F => ({ ...one, within: beside });

/** A field that may be left out. */
export const optional = <S extends z.ZodType>(one: Field<S>): Field<z.ZodOptional<S>> => ({
  ...one,
  schema: one.schema.optional(),
  optional: true,
});

/** A field of a row that is there although it may hold nothing: null says that nobody stated it. */
export const nullable = <S extends z.ZodType>(one: Field<S>): Field<z.ZodNullable<S>> => ({
  ...one,
  schema: one.schema.nullable(),
  optional: true,
});

/** A list of such values; inputs say how many it may have at most. */
export const list = <S extends z.ZodType>(one: Field<S>, most?: number): Field<z.ZodArray<S>> => ({
  ...one,
  schema: z.array(one.schema),
  list: most === undefined ? {} : { most },
});

/** A text that says something about a person: events hold it sealed under the key of its stream (trust.md 7). */
export const sealed = (one: Field<z.ZodString>): Field<z.ZodString> => ({ ...one, schema: personal() });
