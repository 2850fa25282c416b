import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the peer does instead of answering as it should. */
export type S3Fault = 'busy' | 'cut' | 'full' | 'forbidden' | 'loses-a-byte';

const REGION = 'cn-test-1';
export const S3_KEYS = { keyId: 'peer', secret: 'not-a-secret', region: REGION } as const;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signature version 4 over the headers that the request itself names. */
const signed = (request: IncomingMessage, url: URL): boolean => {
  const said = /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    request.headers.authorization ?? '',
  );
  if (!said) return false;
  const [, who, day = '', region = '', names = '', signature] = said;
  const query = [...url.searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const hash = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, url.pathname, query.sort().join('&'), headers.join(''), names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hex(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${S3_KEYS.secret}`, day), region), 's3'), 'aws4_request');
  return who === S3_KEYS.keyId && region === REGION && hmac(key, text).toString('hex') === signature;
};

const ERRORS = {
  busy: [503, 'SlowDown'],
  full: [507, 'InsufficientStorage'],
  forbidden: [403, 'AccessDenied'],
  unsigned: [403, 'SignatureDoesNotMatch'],
  missing: [404, 'NoSuchKey'],
  elsewhere: [404, 'NoSuchBucket'],
  there: [412, 'PreconditionFailed'],
  wrong: [400, 'BadDigest'],
} as const;

interface Asked extends Pick<IncomingMessage, 'headers'> {
  readonly method: string;
  readonly key: string;
  readonly body: Buffer;
}

/** What is answered: an error by its name, or a status and bytes. */
type Done = keyof typeof ERRORS | { readonly status: number; readonly body?: Buffer };

/**
 * As much of an S3-compatible store as evidence needs: objects of one bucket in memory, with signatures, sums, conditions, ranges and
 * copies, written after the published reference of the protocol. It stands in for a store because none runs without being installed.
 */
export class S3Peer {
  readonly objects = new Map<string, Buffer>();
  readonly requests: string[] = [];
  fault: S3Fault | undefined;

  private constructor(
    readonly bucket: string,
    private readonly server = createServer(),
  ) {
    server.on('request', (request, response) => {
      void this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async listen(bucket = 'evidence'): Promise<S3Peer> {
    const peer = new S3Peer(bucket);
    await new Promise<void>((resolve) => peer.server.listen(0, '127.0.0.1', resolve));
    return peer;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.endpoint);
    const body = await buffer(request);
    this.requests.push(`${request.method ?? ''} ${url.pathname}`);
    const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/');
    const asked = { method: request.method ?? '', headers: request.headers, key: rest.join('/'), body };
    const done = signed(request, url) ? this.done(asked, bucket) : 'unsigned';
    if (typeof done !== 'string') {
      this.send(response, done, asked.method);
      return;
    }
    const [status, code] = ERRORS[done];
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(asked.method === 'HEAD' ? undefined : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  }

  private done(asked: Asked, bucket: string | undefined): Done {
    const { fault } = this;
    if (fault === 'busy' || fault === 'forbidden') return fault;
    if (bucket !== this.bucket) return 'elsewhere';
    if (asked.method === 'PUT') return fault === 'full' ? fault : this.put(asked);
    if (asked.method !== 'DELETE') return this.give(asked);
    this.objects.delete(asked.key);
    return { status: 204 };
  }

  private put({ key, body, headers }: Asked): Done {
    const from = headers['x-amz-copy-source'];
    if (typeof from === 'string') {
      const copied = this.objects.get(decodeURIComponent(from).split('/').slice(1).join('/'));
      if (!copied) return 'missing';
      this.objects.set(key, copied);
      return { status: 200, body: Buffer.from('<CopyObjectResult><ETag>"copy"</ETag></CopyObjectResult>') };
    }
    if (headers['if-none-match'] === '*' && this.objects.has(key)) return 'there';
    const sum = headers['x-amz-checksum-sha256'] ?? '';
    if (createHash('sha256').update(body).digest('base64') !== sum) return 'wrong';
    this.objects.set(key, this.fault === 'loses-a-byte' ? body.subarray(1) : body);
    return { status: 200 };
  }

  private give({ key, headers }: Asked): Done {
    const object = this.objects.get(key);
    if (!object) return 'missing';
    const range = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '');
    if (!range) return { status: 200, body: object };
    return { status: 206, body: object.subarray(Number(range[1]), Number(range[2]) + 1) };
  }

  private send(response: ServerResponse, { status, body }: Exclude<Done, string>, method: string): void {
    const type = method === 'PUT' ? { 'content-type': 'application/xml' } : {};
    response.writeHead(status, { ...type, ...(body && { 'content-length': body.length }), etag: '"kept"' });
    if (this.fault === 'cut' && method === 'GET')
      response.write(body?.subarray(0, body.length / 2), () => response.destroy());
    else response.end(method === 'HEAD' ? undefined : body);
  }
}
