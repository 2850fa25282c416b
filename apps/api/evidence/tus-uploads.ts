import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MOST_BYTES, type Staging } from '#platform/evidence-files';
import type { Log } from '#platform/telemetry';
import { DataStore, Upload } from '@tus/server';
import { evidenceOf, UPLOAD_LASTS_MS, type EvidenceDesk, type Finished, type Sender } from './evidence-desk.js';
import { ruledOut } from './evidence-errors.js';
import { fileName } from './file-name.js';
import { noTo, Protocol, refusal, Refusal, type Asker } from './tus-protocol.js';

export const UPLOADS_PATH = '/evidence/uploads';

/** Uploads as the protocol's server knows them. */
class Uploads extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(
    private readonly staging: Staging<Sender>,
    private readonly desk: EvidenceDesk,
    private readonly asker: () => Asker,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { actor } = this.asker();
    const sender = { actor, name: fileName(upload.metadata?.['filename']) };
    if (!(await this.desk.begin(upload.id, upload.size ?? 0, sender, new Date())))
      throw refusal('TOO_MANY_UPLOADS', this.asker());
    return upload;
  }

  override write(pieces: AsyncIterable<Buffer>, uuid: string, offset: number): Promise<number> {
    return this.staging.append(uuid, offset, pieces);
  }

  /** Where an upload is; one that is recorded has come whole, for whoever never heard so. */
  override async getUpload(uuid: string): Promise<Upload> {
    const { actor } = this.asker();
    const staged = await this.staging.find(uuid);
    if (staged?.about.actor.actorId === actor.actorId)
      return new Upload({ id: uuid, size: staged.size, offset: staged.offset, creation_date: staged.begunAt });
    const known = await this.desk.state(evidenceOf(uuid));
    if (known.is === 'new' || known.uploader !== actor.actorId) throw refusal('UPLOAD_NOT_FOUND', this.asker());
    return new Upload({ id: uuid, size: known.bytes, offset: known.bytes });
  }

  override async remove(uuid: string): Promise<void> {
    await this.getUpload(uuid);
    await this.staging.end(uuid);
  }

  override getExpiration(): number {
    return UPLOAD_LASTS_MS;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const told = (finished: Finished | undefined, asker: Asker) => {
  if (!finished) return {};
  if ('id' in finished) return { headers: { 'Evidence-Id': finished.id, 'Log-Position': finished.position } };
  const { code, text, isOfTheFile } = finished;
  const no = ruledOut(code, text, asker.language);
  throw new Refusal(isOfTheFile ? { ...no, status: 422 } : no);
};

/** The server of resumable uploads (tus 1.0.0): it reads the protocol, and everything else is ours. */
export class TusUploads {
  readonly #asking = new AsyncLocalStorage<Asker>();
  readonly #server: Protocol;

  constructor(staging: Staging<Sender>, desk: EvidenceDesk, log: Log) {
    const asker = () => this.asker();
    const options = {
      path: UPLOADS_PATH,
      datastore: new Uploads(staging, desk, asker),
      maxSize: MOST_BYTES,
      relativeLocation: true,
      // No page of another origin may send anything.
      allowedOrigins: () => false,
      namingFunction: () => randomUUID(),
      getFileIdFromRequest: (_: unknown, last?: string) => (last !== undefined && UUID.test(last) ? last : undefined),
      onUploadFinish: async (_: unknown, { id }: Upload) => told(await desk.finish(id), asker()),
      onResponseError: (_: unknown, error: Error | { status_code: number; body: string }) => {
        if (error instanceof Refusal) return undefined;
        const { status: status_code, body } = noTo(error, asker(), log);
        return { status_code, body };
      },
    };
    this.#server = new Protocol(options, asker);
  }

  /** Answers a request of somebody who is known. */
  handle(asker: Asker, request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#asking.run(asker, () => this.#server.handle(request, response));
  }

  private asker(): Asker {
    const asker = this.#asking.getStore();
    if (!asker) throw new Error('nobody is asking');
    return asker;
  }
}
