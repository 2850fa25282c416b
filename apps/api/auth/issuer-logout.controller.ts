import { Public } from '#platform/identity';
import { LOGOUT_PATH } from '#platform/openid-connect';
import { Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR, fromOf, type Door } from './door.js';
import { OPENID_DOOR, type OpenIdDoor } from './openid-door.js';

/** Other fields are left alone, as the protocol wants it. */
const Logout = z.object({ logout_token: z.string().min(1).max(16_384) });

/**
 * Where the issuer says, server to server, that somebody has left it. It is no browser and holds no cookie: what it says is believed for
 * its signature alone. [OpenID Connect Back-Channel Logout 1.0 §2.5, §2.8]
 */
@Public()
@Controller(LOGOUT_PATH)
export class IssuerLogoutController {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(OPENID_DOOR) private readonly openId: OpenIdDoor | undefined,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async logout(@Req() request: FastifyRequest): Promise<string> {
    const language = request.headers['accept-language'];
    if (!this.openId) throw authError('OPENID_NOT_SET', language);
    const { logout_token: token } = bodyOf(Logout, request);
    const no = await this.openId.logout.take(token, fromOf(this.door, request.ip));
    if (no) throw authError(no, language);
    return '';
  }
}
