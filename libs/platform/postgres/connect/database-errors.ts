import { ReadOnly, StorageFull, Unavailable } from '#platform/event-store';
import { DatabaseError } from 'pg';
import { codeOf } from './code-of.js';

const DISK_FULL = '53100';
/** A replica, or a server that its operator set to read-only. */
const READ_ONLY = '25006';
/**
 * Classes of the server's errors that speak of the machine and not of the statement: connection, conflict between transactions,
 * resources, objects in use, intervention of an operator (also statements that take too long), system.
 */
const MACHINE = /^(08|40|53|55|57|58)/;
/** Errors of sockets and name look-ups, and what Node says of them; its other errors are faults of the program's own. */
const NETWORK = /^(E(?!RR_)[A-Z_]+|ERR_(SOCKET|STREAM|SSL|TLS)_[A-Z_]+)$/;
/** The driver's own errors carry no code. */
const DRIVER = /timeout|terminated|not queryable|ended by the server|after calling end on the pool/i;

/** Without a name of its own, as the driver's are: others may say the same words of something else. */
const isPlain = (error: unknown): error is Error => error instanceof Error && error.name === 'Error';

const isMachine = (error: unknown): boolean => {
  const code = String(codeOf(error));
  // What ends a connection was not the statement's fault.
  if (error instanceof DatabaseError) return error.severity !== 'ERROR' || MACHINE.test(code);
  return NETWORK.test(code) || (isPlain(error) && DRIVER.test(error.message));
};

/** What an error means to whoever asked, when it speaks of the machine: StorageFull, ReadOnly or Unavailable. Otherwise the error itself. */
export const databaseErrorOf = (error: unknown): unknown => {
  if (error instanceof DatabaseError && error.code === DISK_FULL) return new StorageFull(error);
  if (error instanceof DatabaseError && error.code === READ_ONLY) return new ReadOnly(error);
  return isMachine(error) ? new Unavailable(error) : error;
};

/** Whether an error proves that its statement changed nothing: the server said so, and went on. */
export const wroteNothing = (error: unknown): boolean =>
  error instanceof Unavailable || (error instanceof DatabaseError && error.severity === 'ERROR');
