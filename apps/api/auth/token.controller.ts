import { Public } from '#platform/identity';
import { SERVICE_TOKEN_SECONDS } from '#platform/sign-in';
import { Controller, Header, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR, fromOf, type Door } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';

/** The words of OAuth's client credentials. [RFC 6749 §4.4] */
const Exchange = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().min(1).max(100),
  client_secret: z.string().min(1).max(200),
});

/** Short tokens for service accounts. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth/token')
export class TokenController {
  constructor(@Inject(DOOR) private readonly door: Door) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async exchange(@Req() request: FastifyRequest) {
    const { client_id: clientId, client_secret: clientSecret } = bodyOf(Exchange, request);
    const admitted = await this.door.services.admit({ clientId, clientSecret, from: fromOf(this.door, request.ip) });
    if ('refused' in admitted) throw authError(admitted.refused, request.headers['accept-language']);
    return { access_token: admitted.token, token_type: 'Bearer', expires_in: SERVICE_TOKEN_SECONDS };
  }
}
