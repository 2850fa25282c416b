import type { Text } from '#kernel';
import type { ClientSettings } from './address.js';
import type { Limits } from './limits.js';

const seconds = (ms: number): string => String(ms / 1_000);

/** How long this log is waited for, in a line for the operator. */
export const patienceOf = (limits: Limits, client: ClientSettings): Text => {
  const [call, read, append] = [limits.callMs, limits.readMs, limits.appendMs].map(seconds);
  const [every, answer] = [client.keepAliveInterval, client.keepAliveTimeout].map(seconds);
  const gossip = String(client.gossipTimeout);
  return {
    en: `KurrentDB: given up after ${call} s a call, ${read} s a read, ${append} s a command; gossip ${gossip} s a node; keep-alive every ${every} s, answered within ${answer} s`,
    zh: `KurrentDB：单次调用 ${call} 秒、读取 ${read} 秒、命令 ${append} 秒无应答即放弃；询问节点 ${gossip} 秒；每 ${every} 秒保活探测，${answer} 秒内应答`,
  };
};
