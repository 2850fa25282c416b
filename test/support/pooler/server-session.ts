import { Socket } from 'node:net';
import { Client } from 'pg';
import { frame, Frames } from './frames.js';

const RESET = frame('Q', 'DISCARD ALL');
/** What a client sends and the server answers with "ready for query". */
const ASKS = new Set(['Q', 'S', 'F']);

/** One session of the server, logged in, that is lent to one client at a time. */
export class ServerSession {
  readonly #frames = new Frames();
  #hear: (message: Buffer, isIdle: boolean) => void = () => undefined;
  /** How many times the server will say that it is ready. */
  #owed = 0;
  #isIdle = true;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (piece: Buffer) => {
      for (const { type, bytes } of this.#frames.of(piece)) {
        if (type === 'Z') {
          this.#owed--;
          this.#isIdle = this.#owed === 0 && bytes.toString('latin1', 5) === 'I';
        }
        this.#hear(bytes, type === 'Z' && this.#isIdle);
      }
    });
  }

  /** The driver logs in, and is left out of what comes then. */
  static async open(url: string): Promise<ServerSession> {
    const socket = new Socket();
    const login = new Client({ connectionString: url, stream: () => socket });
    login.on('error', () => undefined);
    await login.connect();
    socket.removeAllListeners('data');
    return new ServerSession(socket);
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  /** From now on this is whom its answers are for; told with each whether the server now waits for something new. */
  lend(hear: (message: Buffer, isIdle: boolean) => void, gone: () => void): void {
    this.#hear = hear;
    this.socket.removeAllListeners('close').on('close', gone);
  }

  send(type: string, message: Buffer): void {
    if (ASKS.has(type)) this.#owed++;
    this.#isIdle = false;
    this.socket.write(message);
  }

  /** Forgets whatever the client set up; a session that is in the middle of something is ended instead. */
  async reset(): Promise<void> {
    if (!this.#isIdle) {
      this.end();
      return;
    }
    await new Promise<void>((done) => {
      this.lend((_, isIdle) => {
        if (isIdle) done();
      }, done);
      this.send('Q', RESET);
    });
  }

  end(): void {
    this.socket.destroy();
  }
}
