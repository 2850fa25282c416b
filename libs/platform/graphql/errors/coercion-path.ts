import { GraphQLError } from 'graphql';

const VARIABLE = /^Variable "\$(\w+)" /;
/** Where graphql-js says that a value lies: `"input.clauses[2].due"`. */
const PLACE = / at "([^"]*)"$/;
/** The field that is missing or unknown lies one step further in than the place that is named. */
const FIELD = /^Field "(.+?)" (?:is not defined by type|of required type)/s;

const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];

/** The value is quoted between the variable and the place, so the place is read from the end, never from the middle. */
const placeIn = (message: string, inner: string, variable: string): readonly string[] =>
  (first(PLACE, message.slice(0, -`; ${inner}`.length)) ?? variable).split(/[.[\]]+/).filter(Boolean);

const fieldIn = (inner: string): readonly string[] => {
  const field = first(FIELD, inner);
  return field === undefined ? [] : [field];
};

/** The way to the part of a variable that does not fit its type; undefined for any other error. */
export const coercionPath = (error: unknown): readonly string[] | undefined => {
  if (!(error instanceof GraphQLError)) return undefined;
  const variable = first(VARIABLE, error.message);
  if (variable === undefined) return undefined;
  const inner = error.originalError?.message;
  return inner === undefined ? [variable] : [...placeIn(error.message, inner, variable), ...fieldIn(inner)];
};
