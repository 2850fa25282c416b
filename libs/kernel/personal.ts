import { z } from 'zod';

const MARK = 'personal';

/**
 * A string that says something about a person. It is encrypted under the key of the stream it stands in before it reaches the
 * log; deciders and views see only the sealed form, so no rule can come to depend on it (trust.md 7).
 */
export const personal = () =>
  z
    .string()
    .min(1)
    .meta({ [MARK]: true });

/** A way through data to a personal field; '*' stands for every element of a list. */
export type FieldPath = readonly string[];

const inner = (schema: z.core.$ZodType): z.core.$ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : undefined;

const known = new WeakMap<z.core.$ZodType, readonly FieldPath[]>();

/** Where the personal fields of a shape are; found out once for each. */
export const personalFields = (schema: z.core.$ZodType): readonly FieldPath[] => {
  const fields = known.get(schema) ?? fieldsIn(schema);
  known.set(schema, fields);
  return fields;
};

const fieldsIn = (schema: z.core.$ZodType): readonly FieldPath[] => {
  const unwrapped = inner(schema);
  if (unwrapped) return personalFields(unwrapped);
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.core.$ZodType> = schema.shape;
    return Object.entries(shape).flatMap(([name, field]) => personalFields(field).map((rest) => [name, ...rest]));
  }
  if (schema instanceof z.ZodArray) return personalFields(schema.element).map((rest) => ['*', ...rest]);
  return schema instanceof z.ZodType && schema.meta()?.[MARK] === true ? [[]] : [];
};
