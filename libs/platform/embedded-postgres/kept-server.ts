import { CannotStart } from '#platform/postgres';
import type { Server } from './server.js';

export interface Events {
  /** The server had ended and runs again; connections that broke can be opened anew. */
  restarted(): void;
  /** The server ended and cannot be brought back. */
  lost(error: unknown): void;
}

/** Keeps a server running: when it ends, also because the process it was adopted from ended, it is started again on its port. */
export class KeptServer {
  private stopping = false;
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
    this.stopping = true;
    const restarted = await this.restarting?.catch(() => undefined);
    await (restarted ?? this.server).stop();
  }

  private async watch() {
    const { port } = this.server;
    try {
      for (;;) {
        await this.server.ended;
        if (this.stopping) return;
        this.restarting = this.again();
        this.server = await this.restarting;
        this.restarting = undefined;
        if (this.server.port !== port)
          throw new CannotStart(`port ${port} of the database was taken by another program`);
        this.events.restarted();
      }
    } catch (error) {
      if (!this.stopping) this.events.lost(error);
    }
  }
}
