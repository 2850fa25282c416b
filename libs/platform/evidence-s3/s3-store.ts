import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isDigest, isWhole, type EvidenceStore, type KeptFile } from '#platform/evidence-files';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { isMissing, isThereAlready, saysUnavailable } from './s3-errors.js';
import type { S3Settings } from './s3-settings.js';

/** Nothing is waited for longer: whoever asks is told that the store does not answer. */
const LIMITS = { connectionTimeout: 3_000, requestTimeout: 60_000, socketTimeout: 20_000, throwOnRequestTimeout: true };
const TRIES = 3;
/** What goes wrong is thrown; said twice it would be in the way. */
const nothing = (): void => undefined;
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

const clientOf = ({ endpoint, region, keyId, secret }: S3Settings): S3Client =>
  new S3Client({
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    // A store of one's own has one name for all its buckets.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    maxAttempts: TRIES,
    requestHandler: LIMITS,
    logger: SILENT,
    // The digest of a file is sent with it; other sums not every store knows.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

/**
 * Files in a bucket of an S3-compatible store. What is put there has its SHA-256 with it, so that the store itself refuses what
 * arrives otherwise, and the condition that nothing is there yet: it is written once.
 */
export class S3Store implements EvidenceStore {
  readonly #client: S3Client;

  constructor(private readonly settings: S3Settings) {
    this.#client = clientOf(settings);
  }

  async put(address: string, path: string): Promise<void> {
    const found = await this.found(address);
    if (found !== 'whole') await this.write(address, path, found);
    await rm(path, { force: true });
  }

  async open(address: string): Promise<KeptFile | undefined> {
    const head = await this.#client
      .send(new HeadObjectCommand(this.at(address)))
      .catch((error: unknown) => (isMissing(error) ? undefined : saysUnavailable(error)));
    if (!head) return undefined;
    return {
      size: head.ContentLength ?? 0,
      read: (from, end) => this.pieces(address, from, end),
      close: () => Promise.resolve(),
    };
  }

  async setAside(address: string): Promise<void> {
    const { Bucket, Key } = this.at(address);
    const aside = this.keyOf(`set-aside/${address}.${String(Date.now())}`);
    try {
      await this.#client.send(new CopyObjectCommand({ Bucket, Key: aside, CopySource: `${Bucket}/${Key}` }));
    } catch (error) {
      if (isMissing(error)) return;
      saysUnavailable(error);
    }
    await this.remove(address);
  }

  async remove(address: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.at(address))).catch(saysUnavailable);
  }

  /** How a file is found before it is put: one that is spoilt is replaced by what it should be. */
  private async found(address: string): Promise<'whole' | 'altered' | 'missing'> {
    const file = await this.open(address);
    if (!file) return 'missing';
    return (await isWhole(file, address)) ? 'whole' : 'altered';
  }

  private async write(address: string, path: string, found: 'altered' | 'missing'): Promise<void> {
    const { size } = await stat(path);
    const Body = createReadStream(path);
    const once = found === 'missing' ? { IfNoneMatch: '*' } : {};
    const ChecksumSHA256 = Buffer.from(address, 'hex').toString('base64');
    await this.#client
      .send(new PutObjectCommand({ ...this.at(address), ...once, Body, ContentLength: size, ChecksumSHA256 }))
      // Of two who put the same at one moment, one is told that it is there.
      .catch((error: unknown) => (isThereAlready(error) ? undefined : saysUnavailable(error)))
      .finally(() => Body.destroy());
  }

  private async *pieces(address: string, from: number, end: number): AsyncGenerator<Buffer> {
    if (end <= from) return;
    const Range = `bytes=${String(from)}-${String(end - 1)}`;
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.at(address), Range }));
      if (!(Body instanceof Readable)) throw new TypeError('a file comes as a stream');
      for await (const piece of Body) yield piece as Buffer;
    } catch (error) {
      saysUnavailable(error);
    }
  }

  private at(address: string): { readonly Bucket: string; readonly Key: string } {
    if (!isDigest(address)) throw new TypeError('a file is kept under a digest');
    return { Bucket: this.settings.bucket, Key: this.keyOf(`${address.slice(0, 2)}/${address}`) };
  }

  private keyOf(name: string): string {
    return this.settings.prefix === '' ? name : `${this.settings.prefix}/${name}`;
  }
}
