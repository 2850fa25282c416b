import type { GraphQLError } from 'graphql';
import { written, type Told } from '../errors/told.js';
import type { Language } from '../server/language.js';

/** One thing that is wrong with a request, and where in the document. */
export interface Fault {
  readonly told: Told;
  readonly at?: GraphQLError;
}

/** The answer to a request in which these things are wrong. */
export const answerOf = (faults: readonly Fault[], language: Language) => ({
  errors: faults.map(({ told, at }) => written(told, language, at?.locations ? { locations: at.locations } : {})),
});
