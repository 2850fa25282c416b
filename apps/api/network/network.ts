import { isIP } from 'node:net';

/** How the API stands on a network, as the operator set it. */
export interface Network {
  /** The address at which it listens. */
  readonly host: string;
  /** Files for HTTPS of its own; without them a proxy speaks it, or nobody. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** The origin under which browsers know it. */
  readonly publicUrl?: string | undefined;
  /** Addresses and ranges of proxies that are believed about who asks. */
  readonly trustedProxies: readonly string[];
}

/** This machine alone, and nobody between. */
export const LOOPBACK: Network = { host: '127.0.0.1', trustedProxies: [] };

/** Whether an address is reached from this machine only; one that listens by IPv6 writes those of IPv4 so. */
export const isLoopback = (host: string): boolean => {
  const address = host.replace(/^::ffff:/, '');
  return ['localhost', '::1', '[::1]'].includes(host) || (isIP(address) === 4 && address.startsWith('127.'));
};

/** Whether people come by HTTPS: by what they type, where that is set. */
export const saysHttps = ({ tls, publicUrl }: Pick<Network, 'tls' | 'publicUrl'>): boolean =>
  publicUrl === undefined ? tls !== undefined : publicUrl.startsWith('https:');

/** Development tokens are for this machine alone: never in production, never at another address, never behind a public one. */
export const takesDevelopmentTokens = ({
  production,
  network: { host, publicUrl } = LOOPBACK,
}: {
  readonly production: boolean;
  readonly network?: Network;
}): boolean => !production && isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname));
