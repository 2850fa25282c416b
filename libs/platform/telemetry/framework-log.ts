import type { LoggerService } from '@nestjs/common';
import { isError } from './failure/failure.js';
import type { Log } from './log.js';

/** Frameworks hand on what they caught as a text. */
const asError = (message: string | Error, stack?: string): Error =>
  isError(message) ? message : Object.assign(new Error(message), { stack });

/** A framework's own messages, through the process's log. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: string, context?: string): void {
    this.sink.debug({ context }, message);
  }

  debug(message: string, context?: string): void {
    this.log(message, context);
  }

  info(message: string, context?: string): void {
    this.log(message, context);
  }

  warn(message: string, context?: string): void {
    this.sink.warn({ context }, message);
  }

  error(message: string | Error, stack?: string, context?: string): void {
    this.sink.error({ context, error: asError(message, stack) }, 'the framework reports a failure');
  }
}
