// A peer that speaks KurrentDB's protocol, in a process of its own: prints its address, waits as long with every call as the last line of
// its standard input says in milliseconds, and ends when that does.
import { createInterface } from 'node:readline';
import { Peer } from '../support/kurrent-peer/peer.js';

const main = async (): Promise<void> => {
  const peer = await new Peer().start();
  console.log(peer.url);
  createInterface(process.stdin)
    .on('line', (line) => {
      peer.waitMs = Number(line);
      console.log('waits');
    })
    .on('close', () => process.exit(0));
};

void main();
