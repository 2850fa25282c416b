import type { GraphQLError } from 'graphql';
import { written, type Told } from '../errors/told.js';
import type { Language } from '../server/language.js';

/** One thing that is wrong with a request, and where in the document. */
export interface Fault {
  readonly told: Told;
  readonly at?: GraphQLError;
}

/** What says that a request asks for more, or is longer, than anybody needs. */
const OVERSIZED: ReadonlySet<string> = new Set([
  ...['DOCUMENT_TOO_LONG', 'NAME_TOO_LONG', 'TOO_DEEP', 'TOO_MANY_ALIASES', 'TOO_MANY_ROOT_FIELDS'],
  ...['TOO_MANY_DIRECTIVES', 'ANSWER_TOO_LARGE', 'TOO_COSTLY', 'TOO_MANY_TOKENS'],
]);

/** The codes among these that say so, each once. */
export const oversizedIn = (faults: readonly Fault[]): ReadonlySet<string> =>
  new Set(faults.map(({ told: { code } }) => code).filter((code) => OVERSIZED.has(code)));

/** The answer to a request in which these things are wrong. */
export const answerOf = (faults: readonly Fault[], language: Language) => ({
  errors: faults.map(({ told, at }) => written(told, language, at?.locations ? { locations: at.locations } : {})),
});
