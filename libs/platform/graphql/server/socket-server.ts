import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { AUTHENTICATOR, OWN_ORIGIN, type Authenticator, type OwnOrigin } from '#platform/identity';
import { SENTRY, type Sentry } from '#platform/security';
import { LOG, type Log } from '#platform/telemetry';
import { VIEWS, type Views } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Adapter } from './http-adapter.js';
import { GRAPHQL_OPTIONS, GRAPHQL_PATH, type GraphqlOptions } from './options.js';
import { attach } from './socket.js';
import { socketOptions, TOO_MANY, type SocketExtra } from './socket-options.js';

/** Subscriptions are short documents; nobody needs to send more in one message. */
const MAX_MESSAGE_BYTES = 64 * 1024;

const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

const pathOf = ({ url = '' }: IncomingMessage) => url.split('?')[0];

const refuse = (socket: Duplex) => {
  socket.end(
    'HTTP/1.1 404 Not Found\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  );
};

/** Subscriptions: graphql-ws on the same path and port as the rest of the API. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols });

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost<Adapter>,
    @Inject(GraphQLSchemaHost) private readonly schemas: GraphQLSchemaHost,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(LOG) private readonly log: Log,
    @Inject(GRAPHQL_OPTIONS) private readonly options: GraphqlOptions,
    @Inject(SENTRY) private readonly sentry: Sentry,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.schemas;
    const { authenticator, origin, views, log, sentry } = this;
    const { documents } = this.options;
    const protocol = makeServer(socketOptions({ schema, authenticator, origin, views, log, documents, sentry }));
    this.sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
      const address = this.host.httpAdapter.addressOf(request);
      const extra: SocketExtra = {
        address,
        close: (code, reason) => {
          socket.close(code, reason);
        },
        headers: request.headers,
        protocol: request.socket instanceof TLSSocket ? 'https' : 'http',
      };
      socket.on('error', (error) => {
        if ('code' in error && error.code === TOO_LONG) sentry.oversized('socket', 'MESSAGE_TOO_LONG', address);
      });
      // Whoever comes too often is told so in the protocol's own way, and nothing of theirs is read.
      if (sentry.connects(address) !== undefined) socket.close(TOO_MANY, 'RATE_LIMITED');
      else attach(socket, (client) => protocol.opened(client, extra), log);
    });
    const server: Server = this.host.httpAdapter.getHttpServer();
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (pathOf(request) !== GRAPHQL_PATH) {
        refuse(socket);
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (client) => this.sockets.emit('connection', client, request));
    });
  }

  beforeApplicationShutdown(): void {
    for (const client of this.sockets.clients) client.close(1001, 'Going away');
    this.sockets.close();
  }
}
