import { StoreFull, StoreUnavailable, UploadElsewhere } from '#platform/evidence-files';
import { toldOf } from '#platform/graphql';
import type { Log } from '#platform/telemetry';
import { Server } from '@tus/server';
import type { Sender } from './evidence-desk.js';
import { evidenceNo, failedWith, JSON_TYPE, type EvidenceCode, type EvidenceNo } from './evidence-errors.js';

/** Who sends, and in which language they are answered. */
export interface Asker extends Pick<Sender, 'actor'> {
  readonly language: string | undefined;
}

/** A no in the form in which the protocol's server takes it. */
export class Refusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor({ status, body }: EvidenceNo) {
    super('refused');
    this.status_code = status;
    this.body = body;
  }
}

export const refusal = (code: EvidenceCode, { language }: Asker) => new Refusal(evidenceNo(code, language));

/** The codes for what the protocol's server says itself, by status. */
const BY_STATUS: Readonly<Record<number, EvidenceCode>> = {
  ...{ 403: 'UPLOAD_NOT_IN_ORDER', 404: 'UPLOAD_NOT_FOUND', 409: 'UPLOAD_CONFLICT', 410: 'UPLOAD_NOT_FOUND' },
  413: 'UPLOAD_TOO_LARGE',
};

const byStatus = (status: number): EvidenceCode => BY_STATUS[status] ?? 'UPLOAD_NOT_IN_ORDER';

/** What the protocol's server cannot do is the client's to leave, as what is not in order. */
const isTheirs = (status: number): boolean => (status >= 400 && status < 500) || status === 501;

/** Undefined for what may be a fault of ours. */
const codeOf = (error: object): EvidenceCode | undefined => {
  if (error instanceof StoreFull) return 'STORAGE_FULL';
  if (error instanceof StoreUnavailable) return 'UNAVAILABLE';
  if (error instanceof UploadElsewhere) return 'UPLOAD_CONFLICT';
  const status = 'status_code' in error ? Number(error.status_code) : 500;
  return isTheirs(status) ? byStatus(status) : undefined;
};

/** What is answered to a failure; what nobody outside can do anything about is logged, and masked. */
export const noTo = (error: object, { language }: Asker, log: Log): EvidenceNo => {
  const code = codeOf(error);
  return code ? evidenceNo(code, language) : failedWith(toldOf(log, error), language);
};

type Options = ConstructorParameters<typeof Server>[0];
type Written = Parameters<Server['write']>;

/** The protocol's server. Some things it says by itself, in words of its own: they are said here as all else is. */
export class Protocol extends Server {
  constructor(
    options: Options,
    private readonly asker: () => Asker,
  ) {
    super(options);
  }

  override write(...[context, headers, status, body]: Written): ReturnType<Server['write']> {
    if (status < 400) return super.write(context, headers, status, body);
    headers.set('content-type', JSON_TYPE);
    const isOurs = body?.startsWith('{') === true;
    const said = isOurs ? body : evidenceNo(byStatus(status), this.asker().language).body;
    return super.write(context, headers, status, said);
  }
}
