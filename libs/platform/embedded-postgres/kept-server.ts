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
  private readonly watched: Promise<void>;

  constructor(
    private server: Server,
    private readonly again: () => Promise<Server>,
    private readonly events: Events,
  ) {
    this.watched = this.watch();
  }

  get current(): Server {
    return this.server;
  }

  /** Ends the server for good, unless it belongs to another process. */
  async stop() {
    this.stopping = true;
    await this.server.stop();
    if (!this.server.adopted) await this.watched;
  }

  private async watch() {
    const { port } = this.server;
    try {
      for (;;) {
        await this.server.ended;
        if (this.stopping) return;
        this.server = await this.again();
        if (this.stopping) return await this.server.stop();
        if (this.server.port !== port)
          throw new CannotStart(`port ${port} of the database was taken by another program`);
        this.events.restarted();
      }
    } catch (error) {
      if (!this.stopping) this.events.lost(error);
    }
  }
}
