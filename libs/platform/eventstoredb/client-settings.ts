/**
 * What the client is told where a connection string says nothing else. It asks one seed after the other, in any order, and waits for
 * each as long as this (whole seconds only; its own five would cost more than the election does). Keep-alive is for connections
 * on which nobody asks anything, since calls notice silence by themselves; below 10 s the client prints a warning at each start.
 */
export const CLIENT_SETTINGS = {
  gossipTimeout: 1,
  discoveryInterval: 100,
  maxDiscoverAttempts: 10,
  keepAliveInterval: 10_000,
  keepAliveTimeout: 5_000,
} as const;
