import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

type Direction = 'up' | 'down';

/** What happens to the bytes on their way; read anew for each piece. */
export interface Weather {
  /** Cuts the connection once so many bytes have gone up (to the server) or down (to the client). */
  readonly cut?: {
    readonly way: Direction;
    readonly after: number;
    /** Every connection, not only one. */ readonly always?: boolean;
  };
  /** Lets nothing through, and tells nobody. */
  readonly silent?: boolean;
  /** How many milliseconds each piece takes. */
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
}

/** Stands between a client and its server on this machine, and does to the bytes what the weather says. */
export class Proxy {
  weather: Weather = {};
  /** How many bytes have passed each way. */
  readonly passed = { up: 0, down: 0 };
  /** How many connections were cut. */
  cuts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {
    this.#server = createServer((client) => {
      this.take(client);
    });
  }

  /** Listens in front of the server of a URL. */
  static async before(url: string): Promise<Proxy> {
    const { hostname, port } = new URL(url);
    const proxy = new Proxy({ host: hostname, port: Number(port) });
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** Rewrites a URL so that it goes by way of this proxy. */
  url(url: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href;
  }

  /** How many connections pass through now. */
  get connections(): number {
    return this.#sockets.size / 2;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  private take(client: Socket): void {
    const server = connect(this.target);
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        // A silent network does not carry the end of a connection either.
        if (!this.weather.silent) cut();
      });
    }
    void this.carry('up', client, server, cut);
    void this.carry('down', server, client, cut);
  }

  private async carry(way: Direction, from: Socket, to: Socket, cut: () => void): Promise<void> {
    try {
      for await (const piece of from) await this.pass(way, piece as Buffer, to, cut);
    } catch {
      // Cut, by whichever side.
    }
  }

  private async pass(way: Direction, piece: Buffer, to: Socket, cut: () => void): Promise<void> {
    const { delayMs = 0, bytesPerSecond = Infinity } = this.weather;
    const wait = delayMs + (piece.length * 1_000) / bytesPerSecond;
    if (wait > 0) await sleep(wait);
    while (this.weather.silent) await sleep(20, undefined, { ref: false });
    const left = this.left(way);
    this.passed[way] += Math.min(piece.length, left);
    if (left > piece.length) {
      if (!to.write(piece)) await once(to, 'drain');
    } else {
      await this.cut(to, piece.subarray(0, left));
      cut();
    }
  }

  /** The last bytes are sent before the end, so that the other side gets exactly so many. */
  private async cut(to: Socket, last: Buffer): Promise<void> {
    if (!this.weather.cut?.always) this.weather = {};
    this.cuts++;
    to.end(last);
    await once(to, 'close', { signal: AbortSignal.timeout(50) }).catch(() => undefined);
  }

  /** How many bytes may still go this way. */
  private left(way: Direction): number {
    const { cut } = this.weather;
    return cut?.way === way ? Math.max(0, cut.after - this.passed[way]) : Infinity;
  }
}
