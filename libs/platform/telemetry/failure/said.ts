import { knownWords } from './known-words.js';
import { OWN_ERRORS } from './own-errors.js';

const LONGEST = 500;
/** Who logs in, and with what, in front of a host. */
const LOGIN = /\/\/[^\s/@]*@/g;

/** What an error may carry beside its message. */
type Carried = Error &
  Readonly<Partial<Record<'code' | 'syscall' | 'address' | 'hostname' | 'port' | 'severity' | 'issues', unknown>>>;

/** Classes of SQLSTATE whose messages name tables, constraints, roles and servers, and no values; `detail` and `where` may, and are left out. */
const SAYS_NO_VALUES = /^(08|23|25|26|28|3D|3F|40|42|53|54|55|57|58)/;
const isOfDatabase = ({ code, severity }: Carried): boolean =>
  typeof severity === 'string' && typeof code === 'string' && SAYS_NO_VALUES.test(code);

/** An error of the operating system, in its own words but for paths. */
const ofSystem = ({ code, syscall, address, hostname, port }: Carried): string | undefined => {
  if (typeof syscall !== 'string' || typeof code !== 'string') return undefined;
  const place = [address ?? hostname, port]
    .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [part] : []))
    .join(':');
  return [syscall, code, place].filter((part) => part !== '').join(' ');
};

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
