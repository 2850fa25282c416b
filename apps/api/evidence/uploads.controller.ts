import { AUTHENTICATOR, OWN_ORIGIN, Public, type Authenticator, type OwnOrigin } from '#platform/identity';
import type { Staging } from '#platform/evidence-files';
import { SENTRY, type Sentry } from '#platform/security';
import { LOG, type Log } from '#platform/telemetry';
import { All, Controller, Inject, Req, Res, UseGuards, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FromOwnOrigin } from '../auth/from-own-origin.guard.js';
import { askerOf } from './asking.js';
import { EvidenceDesk, type Sender } from './evidence-desk.js';
import { evidenceNo, refuseWith } from './evidence-errors.js';
import { STAGING } from './evidence-providers.js';
import type { TusUploads } from './tus-uploads.js';

/** What every answer says; those of the protocol's server do not pass where the others get it. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Resumable uploads of evidence. Who asks is found out here: pages ask with a cookie, programs with a token. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('evidence/uploads')
export class UploadsController implements OnModuleInit {
  #uploads: Promise<TusUploads> | undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
    @Inject(STAGING) private readonly staging: Staging<Sender>,
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(LOG) private readonly log: Log,
    @Inject(SENTRY) private readonly sentry: Pick<Sentry, 'denied' | 'unknown'>,
  ) {}

  /** The bytes of a file are read by whoever keeps them, as they come. */
  onModuleInit(): void {
    this.host.httpAdapter
      .getInstance<FastifyInstance>()
      .addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => {
        done(null);
      });
  }

  @All()
  begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.hand(request, reply);
  }

  @All(':uuid')
  goOn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.hand(request, reply);
  }

  private async hand(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const language = request.headers['accept-language'];
    const signedIn = await askerOf(
      { authenticator: this.authenticator, origin: this.origin, sentry: this.sentry },
      request,
    );
    const no = this.noTo(signedIn);
    if (!signedIn || no) {
      // What is on its way is not waited for.
      refuseWith(reply.header('connection', 'close'), evidenceNo(no ?? 'UNAUTHENTICATED', language));
      return;
    }
    const uploads = await (this.#uploads ??= this.open());
    reply.hijack();
    for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
    await uploads.handle({ actor: signedIn.actor, language }, request.raw, reply.raw);
  }

  private noTo(signedIn: Awaited<ReturnType<typeof askerOf>>): 'TOKEN_READS_ONLY' | undefined {
    if (signedIn?.readsOnly !== true) return undefined;
    this.sentry.denied(signedIn.actor, 'StoreEvidence', 'TOKEN_READS_ONLY');
    return 'TOKEN_READS_ONLY';
  }

  /** The server of the protocol is loaded with the first upload: a start has no use for it. */
  private async open(): Promise<TusUploads> {
    const { TusUploads } = await import('./tus-uploads.js');
    return new TusUploads(this.staging, this.desk, this.log);
  }
}
