import { failureOf, type Failure } from './failure.js';

const headOf = ({ name, message }: Failure): string => (message === undefined ? name : `${name}: ${message}`);

const textOf = (one: Failure): readonly string[] => [
  headOf(one),
  ...(one.frames ?? []).map((frame) => `    at ${frame}`),
  ...[...(one.cause ? [one.cause] : []), ...(one.causes ?? [])].flatMap((cause) => {
    const [head = '', ...rest] = textOf(cause);
    return [`caused by ${head}`, ...rest];
  }),
];

/** What was thrown, for a person to read: a fault of the program's own, with the places that it came through. */
export const failureText = (thrown: unknown): string => textOf(failureOf(thrown)).join('\n');

/** What was thrown, on one line. */
export const failureLine = (thrown: unknown): string => headOf(failureOf(thrown));
