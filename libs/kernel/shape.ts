import { z } from 'zod';
import type { Field, Part, Shape } from './field.js';

/** The same fields as event schemas have them. */
export type SchemaShape<F extends Shape> = { -readonly [K in keyof F]: F[K]['schema'] };

/** The data that has these fields. */
export type ShapeData<F extends Shape> = z.output<z.ZodObject<SchemaShape<F>>>;

/** The schemas of these fields, for an event that holds what a command took. */
export const shapeOf = <F extends Shape>(fields: F): SchemaShape<F> =>
  // The entries of `fields`, name by name.
  Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as SchemaShape<F>;

/** Declares a part: the name by which the schema knows it, and its fields. */
export const partOf = <const F extends Shape>(name: string, fields: F, description?: Part['description']): Part<F> =>
  description ? { name, fields, description } : { name, fields };

/** A field that is a part with fields of its own. */
export const part = <F extends Shape>(
  of: Part<F>,
  en: string,
  zh: string,
): Field<z.ZodObject<SchemaShape<F>, z.core.$strict>> => ({
  holds: { is: 'part', of },
  label: { en, zh },
  schema: z.strictObject(shapeOf(of.fields)),
});

/** The data of a part. */
export type PartData<P> = P extends Part<infer F> ? ShapeData<F> : never;

/** Declares what a view's rows hold: the name and the description that the schema gives them, and their fields. */
export const rowOf = <const F extends Shape>(name: string, en: string, zh: string, fields: F): Part<F> =>
  partOf(name, fields, { en, zh });
