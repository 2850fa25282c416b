import { SaidNo } from '#platform/graphql';
import { Public } from '#platform/identity';
import { SERVICE_TOKEN_SECONDS } from '#platform/sign-in';
import { Controller, Header, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from './asked.js';
import { authError } from './auth-errors.js';
import { clientInHeader, ClientCredentials, oauthError } from './client-credentials.js';
import { DOOR, fromOf, type Door } from './door.js';
import { FromNoPage } from './from-no-page.guard.js';

/** Short tokens for service accounts, as any client of OAuth asks for them: by a form or by JSON, its secret there or in its header. */
@Public()
@UseGuards(FromNoPage)
@Controller('auth/token')
export class TokenController {
  constructor(@Inject(DOOR) private readonly door: Door) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async exchange(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    try {
      return await this.exchanged(request);
    } catch (error) {
      if (!(error instanceof SaidNo)) throw error;
      const status = error.getStatus();
      // RFC 6749, 5.2: in the way in which the client said who it is.
      if (status === 401 && request.headers.authorization)
        void reply.header('www-authenticate', 'Basic realm="sifang"');
      throw error.with({ error: oauthError(error.told) });
    }
  }

  private async exchanged(request: FastifyRequest) {
    const { headers, body, ip } = request;
    const said = { ...(body ?? {}), ...clientInHeader(headers.authorization) };
    const { client_id: clientId, client_secret: clientSecret } = bodyOf(ClientCredentials, { headers, body: said });
    const admitted = await this.door.services.admit({ clientId, clientSecret, from: fromOf(this.door, ip) });
    if ('refused' in admitted) throw authError(admitted.refused, headers['accept-language']);
    return { access_token: admitted.token, token_type: 'Bearer', expires_in: SERVICE_TOKEN_SECONDS };
  }
}
