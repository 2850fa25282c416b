import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { jest } from '@jest/globals';
import { Client } from 'pg';

const REQUEST = 'http.server.request.start';
/**
 * What several requests share, so that one of them happens to send it: the clock of a log of its own, what the security log holds back,
 * and what sets up another connection, because those of before were idle for long.
 */
const SHARED = /log\.test_clock|INSERT INTO security\.log|^SELECT set_config\(/;

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A statement without its values; of how many things it asks where they are listed, as of how many streams. */
const shapeOf = ({ text, values = [] }: Statement): string =>
  [text, ...values.map((value) => (Array.isArray(value) ? `of ${String(value.length)}` : ''))].join(' ').trim();

/** What PostgreSQL is asked on behalf of requests that this process answers; what goes on beside them does not count. */
export class AskedOfPostgres {
  private readonly request = new AsyncLocalStorage<true>();
  private asked: string[] = [];
  private readonly enter = () => {
    this.request.enterWith(true);
  };

  /** Begins to write down statements. */
  start(): void {
    const query = Object.getOwnPropertyDescriptor(Client.prototype, 'query')?.value as (...how: unknown[]) => unknown;
    const note = (what: string | Statement) => {
      const shape = shapeOf(typeof what === 'string' ? { text: what } : what);
      if (this.request.getStore() && !SHARED.test(shape)) this.asked.push(shape);
    };
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...how: unknown[]) {
      note(how[0] as string | Statement);
      return query.apply(this, how);
    });
    subscribe(REQUEST, this.enter);
  }

  /** The statements since it was last asked, without their values; those of one request may go out in any order. */
  take(): readonly string[] {
    const taken = this.asked.toSorted();
    this.asked = [];
    return taken;
  }

  stop(): void {
    unsubscribe(REQUEST, this.enter);
    jest.restoreAllMocks();
  }
}
