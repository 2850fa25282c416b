import { createServer, request, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate.js';

/** A small reverse proxy, as nginx is when nothing is set but where to pass things on, for whom, and that connections may be upgraded. */
export class ReverseProxy {
  /** Where it passes things on to. */
  upstream = 'http://127.0.0.1:1';
  /** Whom it says that it asks for. */
  client = '203.0.113.7';
  readonly #server;
  readonly #open = new Set<Duplex>();

  private constructor(private readonly tls: Certificate | undefined) {
    const answer = (asked: IncomingMessage, reply: ServerResponse) => {
      this.pass(asked, reply);
    };
    this.#server = tls ? createTlsServer(tls, answer) : createServer(answer);
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Duplex) => {
      this.upgrade(asked, socket);
    });
    this.#server.on('connection', (socket: Duplex) => this.#open.add(socket));
  }

  static async start(tls?: Certificate): Promise<ReverseProxy> {
    const proxy = new ReverseProxy(tls);
    await new Promise<void>((listening) => proxy.#server.listen(0, '127.0.0.1', listening));
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.scheme}://localhost:${String(port)}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((closed) => this.#server.close(closed));
  }

  private get scheme(): string {
    return this.tls ? 'https' : 'http';
  }

  private options({ method, url = '/', headers }: IncomingMessage): RequestOptions {
    const { hostname, port, host } = new URL(this.upstream);
    const before = headers['x-forwarded-for'];
    return {
      ...{ hostname, port, method, path: url },
      headers: {
        ...headers,
        host,
        'x-forwarded-for': before === undefined ? this.client : `${String(before)}, ${this.client}`,
        'x-forwarded-proto': this.scheme,
      },
    };
  }

  private pass(asked: IncomingMessage, reply: ServerResponse): void {
    const passed = request(this.options(asked), (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on('error', () => reply.writeHead(502).end());
    asked.pipe(passed);
  }

  private upgrade(asked: IncomingMessage, socket: Duplex): void {
    const passed = request(this.options(asked));
    passed.on('upgrade', (answer, upstream, head) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      socket.write(head);
      upstream.pipe(socket).pipe(upstream);
      const endBoth = () => {
        socket.destroy();
        upstream.destroy();
      };
      for (const end of [socket, upstream]) end.on('error', endBoth).on('close', endBoth);
    });
    passed.on('error', () => socket.destroy());
    passed.end();
  }
}
