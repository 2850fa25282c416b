const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createServer } = require('node:net');
const { join } = require('node:path');

/** Starts PostgreSQL when the first spec asks for a database (fresh-database.ts), so that specs without one need not wait. */
module.exports = async () => {
  let addresses;
  const door = createServer((socket) => {
    addresses ??= startDatabase();
    addresses.then((line) => socket.end(line)).catch((error) => socket.end(JSON.stringify({ error: String(error) })));
  });
  door.unref().listen(0, '127.0.0.1');
  await once(door, 'listening');
  process.env.SIFANG_TEST_DATABASE_PORT = String(door.address().port);
  globalThis.stopTestDatabase = async () => {
    door.close();
    if (addresses !== undefined) await stopDatabase();
  };
};

let server;

const startDatabase = () => {
  const args = ['-C', 'source', '-r', join(__dirname, 'typescript.cjs'), join(__dirname, 'database-server.ts')];
  server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return Promise.race([
    once(server.stdout, 'data').then(([line]) => line.toString()),
    once(server, 'exit').then(() => Promise.reject(new Error('PostgreSQL did not start; the reason is printed above'))),
  ]);
};

const stopDatabase = async () => {
  if (server.exitCode !== null) return;
  server.stdin.end();
  await once(server, 'exit');
};
