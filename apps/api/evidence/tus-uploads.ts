import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '#access';
import { uuidV5 } from '#platform/event-store';
import { MOST_BYTES, type Staging } from '#platform/evidence-files';
import type { Log } from '#platform/telemetry';
import { DataStore, Upload } from '@tus/server';
import { evidenceOf, UPLOAD_LASTS_MS, type EvidenceDesk, type Finished, type Sender } from './evidence-desk.js';
import { ruledOut } from './evidence-errors.js';
import { fileName } from './file-name.js';
import { noTo, Protocol, refusal, Refusal, type Asker } from './tus-protocol.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Names of uploads follow from this and from what their senders call them. */
const UPLOADS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000007';

export const UPLOADS_PATH = '/evidence/uploads';

/**
 * What comes behind so many bytes. It is not closed when nobody wants more: the protocol's server would take that for the sender's doing,
 * and never hear why.
 */
async function* beyond(pieces: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  const coming = pieces[Symbol.asyncIterator]();
  let passed = 0;
  for (let next = await coming.next(); next.done !== true; next = await coming.next()) {
    const rest = next.value.subarray(Math.min(next.value.length, Math.max(0, count - passed)));
    passed += next.value.length;
    if (rest.length > 0) yield rest;
  }
}

/** Lets bytes pass that are there already. */
const drained = async (pieces: AsyncIterable<Buffer>, come: number): Promise<number> => {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the bytes are known
  for await (const _ of pieces);
  return come;
};

/** Whoever names their upload as commands are named begins the same one however often they ask. */
const nameFor = ({ actorId }: Pick<Actor, 'actorId'>, commandId: string | null | undefined): string =>
  UUID.test(commandId ?? '') ? uuidV5(`${actorId} ${commandId}`, UPLOADS) : randomUUID();

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
    const begun = await this.begun(upload.id, actor);
    if (begun && begun.size !== upload.size) throw refusal('UPLOAD_CONFLICT', this.asker());
    if (begun) return upload;
    const sender = { actor, name: fileName(upload.metadata?.['filename']) };
    if (!(await this.desk.begin(upload.id, upload.size ?? 0, sender, new Date())))
      throw refusal('TOO_MANY_UPLOADS', this.asker());
    return upload;
  }

  /** Adds bytes; of one that is begun again from its first byte, what has come before is passed over. */
  override async write(pieces: AsyncIterable<Buffer>, uuid: string, offset: number): Promise<number> {
    const known = await this.begun(uuid, this.asker().actor);
    const come = offset === 0 ? (known?.offset ?? 0) : offset;
    const isWhole = come === known?.size;
    return isWhole ? drained(pieces, come) : this.staging.append(uuid, come, beyond(pieces, come - offset));
  }

  /** Where an upload is; one that is recorded has come whole, for whoever never heard so. */
  override async getUpload(uuid: string): Promise<Upload> {
    const begun = await this.begun(uuid, this.asker().actor);
    if (!begun) throw refusal('UPLOAD_NOT_FOUND', this.asker());
    return new Upload({ id: uuid, ...begun });
  }

  /** An upload of this person, as far as it has come; undefined where they have none under this name. */
  private async begun(uuid: string, { actorId }: Pick<Actor, 'actorId'>) {
    const staged = await this.staging.find(uuid);
    if (staged?.about.actor.actorId === actorId)
      return { size: staged.size, offset: staged.offset, creation_date: staged.begunAt };
    const known = await this.desk.state(evidenceOf(uuid));
    return known.is === 'new' || known.uploader !== actorId ? undefined : { size: known.bytes, offset: known.bytes };
  }

  override async remove(uuid: string): Promise<void> {
    await this.getUpload(uuid);
    await this.staging.end(uuid);
  }

  override getExpiration(): number {
    return UPLOAD_LASTS_MS;
  }
}

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
      namingFunction: (_: unknown, said?: Record<string, string | null>) => nameFor(asker().actor, said?.['commandId']),
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
