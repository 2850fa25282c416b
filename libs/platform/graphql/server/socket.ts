import type { Log } from '#platform/telemetry';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';

const PING_MS = 12_000;
const INTERNAL_ERROR = 4500;

type Opened = (client: ProtocolSocket) => (code?: number, reason?: string) => Promise<void>;

const text = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8');

/** Ends connections whose other end is gone without saying so. */
const keepAlive = (socket: WebSocket): NodeJS.Timeout => {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  return setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS);
};

/** Speaks the graphql-ws protocol over one connection. A send is done when the operating system took it: slow clients are felt. */
export const attach = (socket: WebSocket, opened: Opened, log: Log): void => {
  const failed = (error: unknown) => {
    log.warn({ error }, 'websocket closed after an error');
    socket.close(INTERNAL_ERROR, 'Internal server error');
  };
  const send = (data: string) =>
    new Promise<void>((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) resolve();
      else
        socket.send(data, (error) => {
          if (error) reject(error);
          else resolve();
        });
    });
  const closed = opened({
    protocol: socket.protocol,
    send,
    close: (code, reason) => {
      socket.close(code, reason);
    },
    onMessage: (receive) => {
      socket.on('message', (data) => {
        receive(text(data)).catch(failed);
      });
    },
  });
  const ping = keepAlive(socket);
  socket.on('error', failed);
  socket.once('close', (code, reason) => {
    clearInterval(ping);
    closed(code, reason.toString()).catch(failed);
  });
};
