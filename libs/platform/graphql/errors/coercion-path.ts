import { GraphQLError } from 'graphql';

const VARIABLE = /^Variable "\$(\w+)" /;
/** Where graphql-js says that a value lies: `"input.clauses[2].due"`. */
const PLACE = / at "([^"]*)"$/;
/** The field that is missing or unknown lies one step further in than the place that is named. */
const FIELD = /^Field "(.+?)" (?:is not defined by type|of required type)/s;

/** The way to the part of a variable that does not fit its type; undefined for any other error. */
export const coercionPath = (error: unknown): readonly string[] | undefined => {
  if (!(error instanceof GraphQLError)) return undefined;
  const variable = VARIABLE.exec(error.message)?.[1];
  if (variable === undefined) return undefined;
  const inner = error.originalError?.message ?? '';
  // The value is quoted between the variable and the place, so both are read from the ends, never from the middle.
  const outer = inner === '' ? error.message : error.message.slice(0, -(inner.length + 2));
  const place = PLACE.exec(outer)?.[1] ?? variable;
  const field = FIELD.exec(inner)?.[1];
  return [...place.split(/[.[\]]+/).filter(Boolean), ...(field === undefined ? [] : [field])];
};
