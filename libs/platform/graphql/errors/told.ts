import { bilingual, type Text } from '#kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { Language } from '../server/language.js';
import type { ErrorCode } from './error-codes.js';

/** Errors in one answer; more would tell nobody more. */
export const MAX_ERRORS = 20;
/** Steps of a way, and characters of each, that are repeated to whoever sent them. */
const MAX_STEPS = 32;
const MAX_STEP = 64;
/** Places in the document that one error points to. */
const MAX_PLACES = 4;
/** A sentence of the GraphQL library, for those who develop against it. */
const MAX_ORIGINAL = 300;

/** What is said of one failure, before it is known in which language. */
export interface Told<Code extends string = ErrorCode> {
  readonly code: Code;
  readonly text: Text;
  /** The way to the argument or the field of an input that is at fault. */
  readonly at?: readonly string[];
  /** What the GraphQL library says of it, in English; for development only. */
  readonly original?: string;
  readonly correlationId?: string;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Where in the document and in the answer it happened. */
export type Where = Pick<GraphQLFormattedError, 'locations' | 'path'>;

const texts = new WeakMap<GraphQLFormattedError, Text>();

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

const wayTo = (at: readonly string[]): readonly string[] => at.slice(0, MAX_STEPS).map((step) => cut(step, MAX_STEP));

const extensionsOf = ({ code, at = [], original, correlationId, retryAfter }: Told<string>) => ({
  code,
  ...(at.length > 0 && { path: wayTo(at) }),
  ...(original !== undefined && { original: cut(original, MAX_ORIGINAL) }),
  ...(correlationId !== undefined && { correlationId }),
  ...(retryAfter !== undefined && { retryAfter }),
});

/** An error as the client reads it: in one language, or in both where nobody could say which. Its length is bounded. */
export const written = (
  told: Told<string>,
  language?: Language,
  { locations, path }: Where = {},
): GraphQLFormattedError => {
  const error = {
    message: language ? told.text[language] : bilingual(told.text),
    ...(locations && { locations: locations.slice(0, MAX_PLACES) }),
    ...(path && { path }),
    extensions: extensionsOf(told),
  };
  texts.set(error, told.text);
  return error;
};

/** The same error in the language of its reader; one that was not written here stays as it is. */
export const inLanguage = (error: GraphQLFormattedError, language: Language): GraphQLFormattedError => {
  const text = texts.get(error);
  return text ? { ...error, message: text[language] } : error;
};
