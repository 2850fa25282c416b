import type { CombinedError } from 'urql';

/** Why something could not be read or done. Without a message the server did not answer at all. */
export interface Failure {
  readonly code: string;
  readonly message?: string;
  /** What the operator finds it by, where it was the server's own fault. */
  readonly id?: string;
  /** The way to the field that is at fault: names and places in lists, with dots between. */
  readonly path?: string;
}

export const NO_ANSWER: Failure = { code: 'NO_ANSWER' };

/** An error as the API tells it, at GraphQL and at the door. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Where what is wrong was sent in an input, the way begins in it. */
export const wayIn = (value: unknown): string | undefined => {
  const steps = Array.isArray(value) ? value.map(String) : [];
  const way = (steps[0] === 'input' ? steps.slice(1) : steps).join('.');
  return way === '' ? undefined : way;
};

/** The failure that an error of the API tells of. */
export const failureIn = ({ message, extensions = {} }: ToldError): Failure => {
  const id = textIn(extensions.correlationId);
  const path = wayIn(extensions.path);
  return {
    code: textIn(extensions.code) ?? 'UNKNOWN',
    message,
    ...(id !== undefined && { id }),
    ...(path !== undefined && { path }),
  };
};

/** What failed of a query: the first that the server said, or that it said nothing. */
export const failureOf = ({ graphQLErrors: [first] }: CombinedError): Failure => (first ? failureIn(first) : NO_ANSWER);
