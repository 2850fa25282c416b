import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The severities that LOG_LEVEL may name, from most to least talkative. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Structured lines on standard error: positions, ids and codes, never data that somebody typed. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export const LOG = Symbol('Log');

/** The process's log. Standard output stays free for what a command answers. */
export const createLog = (level: LogLevel): Log =>
  pino({ level, base: null }, pino.destination({ fd: 2, sync: false }));

/** The framework's own messages, through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown, context?: string): void {
    this.sink.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.sink.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.sink.error({ context, stack }, String(message));
  }
}
