import { describe, expect, it } from '@jest/globals';
import { readAddress } from './address.js';
import { LIMITS } from './limits.js';
import { patienceOf } from './patience.js';

describe('how long the log is waited for', () => {
  it('is told in both languages, with what the connection string says instead', () => {
    const { settings } = readAddress('esdb://127.0.0.1:2113?tls=false&keepAliveInterval=20000');
    expect(patienceOf(LIMITS, settings)).toEqual({
      en: 'KurrentDB: given up after 5 s a call, 8 s a read, 15 s a command; gossip 1 s a node; keep-alive every 20 s, answered within 5 s',
      zh: 'KurrentDB：单次调用 5 秒、读取 8 秒、命令 15 秒无应答即放弃；询问节点 1 秒；每 20 秒保活探测，5 秒内应答',
    });
  });
});
