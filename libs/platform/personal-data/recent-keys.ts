import { LRUCache } from 'lru-cache';
import type { DataKey } from './key-store.js';

/** Names of keys that stay unwrapped, and for how long: within five seconds nobody opens with a key that another process erased. */
const RECENT = { max: 20_000, ttl: 4_000 };

/** Keys that were used a moment ago, by their ids and their streams. */
export const recentKeys = (): LRUCache<string, DataKey> => new LRUCache(RECENT);
