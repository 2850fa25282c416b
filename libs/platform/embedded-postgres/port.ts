import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

const ADDRESS = '127.0.0.1';

/** The port of the last time if it is free, else any free one, which is remembered. */
export const choosePort = async (file: string): Promise<number> => {
  const last = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  const port = (await freePort(last)) ?? (await freePort(0));
  if (port === undefined) throw new Error('no port is free');
  if (port !== last) writeFileSync(file, `${port}\n`);
  return port;
};

/** The port if it can be listened on; 0 stands for any. */
const freePort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, ADDRESS, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
