import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#platform/postgres';
import type { Server } from './server.js';

export interface Events {
  /** The server had ended and runs again; connections that broke can be opened anew. */
  restarted(): void;
  /** The server ended and could not be started again so far, for this reason; it is tried again in a moment. */
  waits?(reason: unknown): void;
  /** The server ended and cannot be brought back. */
  lost(error: unknown): void;
}

/** Ten minutes or more: whoever runs the machine may be making room on its disk. */
const TRIES = 120;
const PAUSE_MS = 5_000;

/** Keeps a server running: when it ends, also because the process it was adopted from ended, it is started again on its port. */
export class KeptServer {
  private readonly stopping = new AbortController();
  private restarting: Promise<Server> | undefined;

  constructor(
    private server: Server,
    private readonly again: () => Promise<Server>,
    private readonly events: Events,
  ) {
    void this.watch();
  }

  get current(): Server {
    return this.server;
  }

  /** Ends the server for good, unless it belongs to another process. */
  async stop() {
    this.stopping.abort();
    const restarted = await this.restarting?.catch(() => undefined);
    await (restarted ?? this.server).stop();
  }

  private async watch() {
    const { port } = this.server;
    try {
      for (;;) {
        await this.server.ended;
        if (this.stopping.signal.aborted) return;
        this.restarting = this.revive();
        this.server = await this.restarting;
        this.restarting = undefined;
        if (this.server.port !== port)
          throw new CannotStart({
            en: `port ${port} of the database was taken by another program: start again`,
            zh: '数据库端口被其他程序占用，请重新启动',
          });
        this.events.restarted();
      }
    } catch (error) {
      if (!this.stopping.signal.aborted) this.events.lost(error);
    }
  }

  private async revive(): Promise<Server> {
    const { signal } = this.stopping;
    for (let tries = 1; ; tries++) {
      try {
        return await this.again();
      } catch (error) {
        if (signal.aborted || tries === TRIES) throw error;
        this.events.waits?.(error);
        await sleep(PAUSE_MS, undefined, { signal, ref: false });
      }
    }
  }
}
