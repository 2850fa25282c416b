import { knownWords } from './known-words.js';
import { isOfDatabase, ofSystem, type Carried } from './of-machine.js';
import { OWN_ERRORS } from './own-errors.js';

const LONGEST = 500;
/** Who logs in, and with what, in front of a host. */
const LOGIN = /\/\/[^\s/@]*@/g;

/** What does not fit its schema: the kinds of faults, and no key and no value. */
const ofSchema = ({ issues }: Carried): string | undefined =>
  Array.isArray(issues) ? issues.map((issue: unknown) => knownKind(issue)).join(', ') : undefined;

const knownKind = (issue: unknown): string =>
  typeof issue === 'object' && issue !== null && 'code' in issue ? String(issue.code) : 'unknown';

/** A text of the program's own; what it quotes of its cause is said as the cause may be. */
const ofOwn = ({ message, cause }: Error): string =>
  cause instanceof Error && cause.message !== '' ? message.replaceAll(cause.message, saidBy(cause)) : message;

const whole = (error: Carried): string | undefined => {
  if (OWN_ERRORS.has(error.name)) return ofOwn(error);
  return isOfDatabase(error) ? error.message : (ofSystem(error) ?? ofSchema(error));
};

/** What may be repeated of an error's message, on one line. */
export const saidBy = (error: Error): string =>
  (whole(error) ?? knownWords(error.message))
    .replaceAll(LOGIN, '//…@')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
