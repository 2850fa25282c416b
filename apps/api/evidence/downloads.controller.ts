import { Readable } from 'node:stream';
import type { StoredEvidence } from '#contexts/evidence';
import { isId, type Id } from '#kernel';
import { FileSpoilt, isMediaType, MEDIA_TYPES, StoreUnavailable, type Range } from '#platform/evidence-files';
import { AUTHENTICATOR, OWN_ORIGIN, Public, type Authenticator, type OwnOrigin } from '#platform/identity';
import { SENTRY, type Sentry } from '#platform/security';
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FromOwnOrigin } from '../auth/from-own-origin.guard.js';
import { askerOf } from './asking.js';
import { evidenceNo, refuseWith, type EvidenceCode } from './evidence-errors.js';
import { EvidenceReader } from './evidence-reader.js';
import { rangeIn } from './range.js';

/** What a browser may do with a file: show it, and nothing else. Nobody else keeps it, and no other site shows it. */
const HEADERS = {
  'accept-ranges': 'bytes',
  'cache-control': 'private, no-cache',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

type Asked = FastifyRequest<{ Params: { id: string } }>;

/** A file that somebody may see. */
interface File {
  readonly id: Id<'evidence'>;
  readonly known: StoredEvidence;
}

/** Why a file that somebody may see is not given. */
const SHUT: Partial<Record<StoredEvidence['is'], EvidenceCode>> = {
  quarantined: 'EVIDENCE_QUARANTINED',
  discarded: 'EVIDENCE_GONE',
};

const describing = ({ id, known: { mediaType, sha256 } }: File) => {
  const { inline, ending } = isMediaType(mediaType) ? MEDIA_TYPES[mediaType] : { inline: false, ending: 'bin' };
  return {
    ...HEADERS,
    'content-type': mediaType,
    // A name of ours: what the sender called it is a claim.
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${id}.${ending}"`,
    etag: `"${sha256}"`,
  };
};

/** Gives evidence to those who may see it, once all of it was compared with what was kept. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('evidence')
export class DownloadsController {
  constructor(
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
    @Inject(EvidenceReader) private readonly reader: EvidenceReader,
    @Inject(SENTRY) private readonly sentry: Pick<Sentry, 'unknown'>,
  ) {}

  @Get(':id')
  async give(@Req() request: Asked, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.found(request);
    if (typeof found === 'string') refuseWith(reply, evidenceNo(found, request.headers['accept-language']));
    else await this.answer(request, reply, found);
  }

  /** The file that is asked for, or why this person is not given it. */
  private async found(request: Asked): Promise<File | EvidenceCode> {
    const { headers, params } = request;
    const { id } = params;
    const signedIn = await askerOf(
      { authenticator: this.authenticator, origin: this.origin, sentry: this.sentry },
      request,
    );
    if (!signedIn) return 'UNAUTHENTICATED';
    if (headers['sec-fetch-site'] === 'cross-site') return 'FORBIDDEN';
    if (!isId('evidence', id)) return 'EVIDENCE_NOT_FOUND';
    const known = await this.reader.find(id, signedIn.actor);
    if (!known) return 'EVIDENCE_NOT_FOUND';
    return SHUT[known.is] ?? { id, known };
  }

  private async answer({ headers }: Asked, reply: FastifyReply, file: File): Promise<void> {
    const { etag, ...described } = describing(file);
    void reply.headers({ etag, ...described });
    if (headers['if-none-match'] === etag) {
      void reply.status(304).send();
      return;
    }
    const isOld = headers['if-range'] !== undefined && headers['if-range'] !== etag;
    const range = isOld ? undefined : rangeIn(headers.range, file.known.bytes);
    const no = range === 'none' ? 'RANGE_NOT_SATISFIABLE' : await this.send(reply, file, range);
    if (range === 'none') void reply.header('content-range', `bytes */${String(file.known.bytes)}`);
    if (no) refuseWith(reply, evidenceNo(no, headers['accept-language']));
  }

  /** Sends a file or a part of it; or says why not. */
  private async send(
    reply: FastifyReply,
    { id, known }: File,
    range: Range | undefined,
  ): Promise<EvidenceCode | undefined> {
    const { from, end } = range ?? { from: 0, end: known.bytes };
    try {
      const pieces = await this.reader.read(id, known, { from, end });
      if (typeof pieces === 'string') return pieces;
      const part = `bytes ${String(from)}-${String(end - 1)}/${String(known.bytes)}`;
      if (range) void reply.status(206).header('content-range', part);
      void reply.header('content-length', end - from).send(Readable.from(pieces));
    } catch (error) {
      if (error instanceof StoreUnavailable) return 'UNAVAILABLE';
      if (!(error instanceof FileSpoilt)) throw error;
      return 'EVIDENCE_QUARANTINED';
    }
    return undefined;
  }
}
