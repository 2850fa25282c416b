import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type Server } from 'node:tls';
import { CannotStart } from '#platform/postgres';
import type { Network } from './network.js';

/** A certificate with its chain, and its key, in PEM. */
interface Pair {
  readonly cert: string;
  readonly key: string;
}

type Paths = NonNullable<Network['tls']>;

export const TLS_FILES = Symbol('TlsFiles');

const BLOCK = /-----BEGIN ([^-]+)-----[^-]+-----END \1-----/g;

/** Whether nothing was begun that is not ended: TLS takes a chain that is still being written for a shorter one. */
const isWhole = (pem: string): boolean => !/^-/m.test(pem.replaceAll(BLOCK, ''));

/** Throws where a file cannot be read or is not whole, or the two do not belong together. TLS itself takes an empty file for none. */
const pairIn = async (paths: Paths): Promise<Pair> => {
  const [cert, key] = await Promise.all([readFile(paths.cert, 'utf8'), readFile(paths.key, 'utf8')]);
  createSecureContext({ cert, key });
  const belong = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  if (!belong || !isWhole(cert)) throw new Error('not whole, or of two kinds');
  return { cert, key };
};

/** The files for HTTPS: what is renewed on the disk is taken without a restart, and what is of no use leaves the old in use. */
export class TlsFiles {
  #server: Pick<Server, 'setSecureContext'> | undefined;

  private constructor(
    private readonly paths: Paths,
    private pair: Pair,
  ) {}

  /** Throws CannotStart with one line unless the files can be used. */
  static async open(paths: Paths): Promise<TlsFiles> {
    const pair = await pairIn(paths).catch(() => undefined);
    if (pair) return new TlsFiles(paths, pair);
    throw new CannotStart({
      en: `TLS_CERT ${paths.cert} and TLS_KEY ${paths.key} must be readable PEM files that belong together`,
      zh: '须为可读且相互匹配的 PEM 证书与私钥文件',
    });
  }

  /** What a server begins with. */
  get first(): Pair {
    return this.pair;
  }

  /** When the certificate in use ends, in milliseconds since 1970. */
  get endsAt(): number {
    return Date.parse(new X509Certificate(this.pair.cert).validTo);
  }

  /** The server that is to be handed what is renewed. */
  servedBy(server: Pick<Server, 'setSecureContext'>): void {
    this.#server = server;
  }

  /** Takes what is on the disk now; false while that is of no use. */
  async renew(): Promise<boolean> {
    const pair = await pairIn(this.paths).catch(() => undefined);
    if (!pair) return false;
    if (pair.cert !== this.pair.cert || pair.key !== this.pair.key) this.#server?.setSecureContext(pair);
    this.pair = pair;
    return true;
  }
}
