import { describe, expect, it } from '@jest/globals';
import { LOOPBACK } from './network/network.js';
import { welcome } from './welcome.js';

const serving = { address: 'http://127.0.0.1:4000', hasConsole: true, patience: undefined };
const nextOf = (config: Partial<Parameters<typeof welcome>[2]> = {}) =>
  welcome(serving, 9, { production: false, network: LOOPBACK, openId: undefined, ...config })
    .split('\n')
    .find((line) => line.includes('Next 下一步'));

describe('what the operator is told to do next', () => {
  it('is the demo, which finds this server by itself', () => {
    expect(nextOf()).toMatch(/npm run demo {3}\(loads .+载入/);
  });

  it('is the demo with the address under which this server is known', () => {
    const network = { ...LOOPBACK, publicUrl: 'https://sifang.example.org' };
    expect(nextOf({ network })).toContain('npm run demo -- --url https://sifang.example.org ');
  });

  it('is the first administrator, and no demo, in production', () => {
    expect(nextOf({ production: true })).toMatch(/npx sifang init {3}\(the first .+首任/);
  });
});
