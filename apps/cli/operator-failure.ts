import { startFailure } from '../api/start-failure.js';
import { Failed } from './failed.js';

/** What the operator is told of what machine or operator did, in one line; undefined for a fault of the program's own. */
export const operatorFailure = (error: unknown): string | undefined =>
  error instanceof Failed ? error.message : startFailure(error);
