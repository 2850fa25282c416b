import type { CombinedError } from 'urql';

/** Why something could not be read or done. Without a message the server did not answer at all. */
export interface Failure {
  readonly code: string;
  readonly message?: string;
  /** What the operator finds it by, where it was the server's own fault. */
  readonly id?: string;
  /** The field that is at fault. */
  readonly path?: string;
}

export const NO_ANSWER: Failure = { code: 'NO_ANSWER' };

/** An error as the API tells it, at GraphQL and at the door. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const firstOf = (value: unknown): string | undefined => (Array.isArray(value) ? textIn(value[0]) : undefined);

/** The failure that an error of the API tells of. */
export const failureIn = ({ message, extensions = {} }: ToldError): Failure => {
  const id = textIn(extensions.correlationId);
  const path = firstOf(extensions.path);
  return {
    code: textIn(extensions.code) ?? 'UNKNOWN',
    message,
    ...(id !== undefined && { id }),
    ...(path !== undefined && { path }),
  };
};

/** What failed of a query: the first that the server said, or that it said nothing. */
export const failureOf = ({ graphQLErrors: [first] }: CombinedError): Failure => (first ? failureIn(first) : NO_ANSWER);
