import type { Server, ServerCredentials } from '@grpc/grpc-js';

/**
 * Below the ports that systems give to whoever connects, and each for one node of this process only: else somebody would have it
 * when the node comes back.
 */
const [LOWEST, PORTS] = [20_000, 12_000];
const TRIES = 50;
let next = Math.floor(Math.random() * PORTS);

/** The port that was bound before, or one of those that nobody has. */
export const boundTo = async (before: number, bind: (port: number) => Promise<number>): Promise<number> => {
  if (before > 0) return bind(before);
  for (let tries = 1; ; tries++) {
    try {
      next = (next + 1) % PORTS;
      return await bind(LOWEST + next);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
};

export const bind = (server: Server, credentials: ServerCredentials, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${String(port)}`, credentials, (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
