import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { frame, Frames, int32, startUpOf } from './frames.js';
import { ServerSession } from './server-session.js';

export interface Pooling {
  /** A session of the server for each client as long as it stays, or for each transaction. */
  readonly by: 'session' | 'transaction';
  /** What becomes of settings in the start-up packet. */
  readonly settings: 'dropped' | 'refused';
}

/** What a pooler passes on, as a rule. */
const PASSED = new Set(['user', 'database', 'application_name', 'client_encoding']);
const [STARTUP, CANCEL] = [196_608, 80_877_102];
const IDLE = Buffer.from('I');

/**
 * Stands in for a pooler such as PgBouncer, which cannot run here: it speaks with each client itself, has logged in before, resets a
 * session between two clients, and drops or refuses what the start-up packet sets. It knows no passwords of clients.
 */
export class Pooler {
  readonly #server: Server;
  readonly #free: ServerSession[] = [];
  readonly #sessions = new Set<ServerSession>();
  readonly #clients = new Set<Socket>();

  private constructor(
    private readonly target: string,
    private readonly pooling: Pooling,
  ) {
    this.#server = createServer((client) => {
      this.greet(client);
    });
  }

  /** Listens in front of one database, for one role. */
  static async before(target: string, pooling: Pooling): Promise<Pooler> {
    const pooler = new Pooler(target, pooling);
    pooler.#server.listen(0, '127.0.0.1');
    await once(pooler.#server, 'listening');
    return pooler;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(this.target), { hostname: '127.0.0.1', port: String(port) }).href;
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    for (const session of this.#sessions) session.end();
    this.#server.close();
    await once(this.#server, 'close');
  }

  private greet(client: Socket): void {
    this.#clients.add(client);
    client.setNoDelay(true);
    client.on('error', () => undefined);
    client.once('close', () => this.#clients.delete(client));
    const frames = new Frames();
    const start = (piece: Buffer) => {
      const packet = frames.first(piece);
      if (!packet) return;
      const code = packet.readInt32BE(4);
      if (code === CANCEL) client.destroy();
      else if (code !== STARTUP) client.write('N');
      else if (this.admits(client, packet)) {
        client.off('data', start);
        this.serve(client, frames);
      }
    };
    client.on('data', start);
  }

  private admits(client: Socket, packet: Buffer): boolean {
    const unknown = [...startUpOf(packet).keys()].find((name) => !PASSED.has(name));
    if (unknown !== undefined && this.pooling.settings === 'refused') {
      const message = `unsupported startup parameter: ${unknown}`;
      client.end(frame('E', 'SFATAL', 'VFATAL', 'C08P01', `M${message}`, Buffer.alloc(1)));
      return false;
    }
    client.write(frame('R', int32(0)));
    client.write(frame('S', 'server_version', '15.0'));
    client.write(frame('K', int32(1), int32(1)));
    client.write(frame('Z', IDLE));
    return true;
  }

  private serve(client: Socket, frames: Frames): void {
    let lent: Promise<ServerSession> | undefined;
    const giveBack = async () => {
      const session = await lent;
      lent = undefined;
      if (session) this.#free.unshift(session);
    };
    const hear = (message: Buffer, isIdle: boolean) => {
      if (isIdle && this.pooling.by === 'transaction') void giveBack();
      client.write(message);
    };
    const gone = () => client.destroy();
    const borrow = async () => {
      const session = await this.session();
      session.lend(hear, gone);
      return session;
    };
    client.on('data', (piece: Buffer) => {
      for (const { type, bytes } of frames.of(piece)) {
        if (type === 'X') client.end();
        else
          void (lent ??= borrow()).then((session) => {
            session.send(type, bytes);
          }, gone);
      }
    });
    client.once('close', () => void this.takeBack(lent));
  }

  /** What the client left behind is not for the next one. */
  private async takeBack(lent: Promise<ServerSession> | undefined): Promise<void> {
    const session = await lent?.catch(() => undefined);
    await session?.reset();
    if (session?.isOpen) this.#free.unshift(session);
  }

  private async session(): Promise<ServerSession> {
    const free = this.#free.find(({ isOpen }) => isOpen);
    if (free) {
      this.#free.splice(this.#free.indexOf(free), 1);
      return free;
    }
    const session = await ServerSession.open(this.target);
    this.#sessions.add(session);
    return session;
  }
}
