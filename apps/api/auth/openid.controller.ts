import { Public } from '#platform/identity';
import { localPath, SIGNED_IN_PATH } from '#platform/openid-connect';
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authError, AUTH_TEXTS, retryAfterOf, statusOf, type AuthCode } from './auth-errors.js';
import { beginSession } from './begin-session.js';
import { begunCookie, begunIn, noBegunCookie } from './begun-cookie.js';
import { DOOR, fromOf } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { issuerCookie } from './issuer-cookie.js';
import { OPENID_DOOR, type OpenIdDoor } from './openid-door.js';
import { page, wantsPage } from './page.js';
import type { WebDoor } from './signed-in.js';

const AGAIN = { href: '/auth/oidc', text: { en: 'Begin again', zh: '重新登录' } };
const HOME = { href: '/', text: { en: 'Go on', zh: '继续' } };
const SIGNED_IN = { en: 'You are signed in.', zh: '您已登录。' };
const SIGNED_OUT = { en: 'You are signed out.', zh: '您已退出。' };

/** Sends a browser on; what it asked there is not asked again. */
const lead = (reply: FastifyReply, to: string): string => {
  void reply.code(303).header('location', to);
  return '';
};

type Asked = FastifyRequest<{ Querystring: { readonly to?: unknown } }>;

/** Coming in by an issuer that vouches for people: to it, and back from it. Browsers are led here, so they are answered with pages. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth/oidc')
export class OpenIdController {
  constructor(
    @Inject(DOOR) private readonly door: WebDoor,
    @Inject(OPENID_DOOR) private readonly openId: OpenIdDoor | undefined,
  ) {}

  @Get()
  async begin(@Req() request: Asked, @Res({ passthrough: true }) reply: FastifyReply) {
    const { to: wanted = SIGNED_IN_PATH } = request.query;
    const to = typeof wanted === 'string' ? localPath(wanted) : undefined;
    if (to === undefined) throw authError('BAD_USER_INPUT', request.headers['accept-language'], 'to');
    if (!this.openId) return this.no('OPENID_NOT_SET', request, reply);
    const begun = await this.openId.signIn.begin(to);
    if ('refused' in begun) return this.no(begun.refused, request, reply);
    void reply.header('set-cookie', begunCookie(this.door.origin.isSecure(request), begun.held));
    return lead(reply, begun.url.href);
  }

  @Get('callback')
  async back(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!this.openId) return this.no('OPENID_NOT_SET', request, reply);
    const secure = this.door.origin.isSecure(request);
    void reply.header('set-cookie', noBegunCookie(secure));
    const held = begunIn(secure, request);
    const search = new URL(request.url, 'http://ours.invalid').search;
    const admitted = await this.openId.signIn.finish({ held, search, from: fromOf(this.door, request.ip) });
    if ('refused' in admitted) return this.no(admitted.refused, request, reply);
    const how = { issued: admitted.issued };
    const secret = await beginSession(this.door, admitted.account, { request, reply, how });
    if (secret === undefined) return this.no('ACCOUNT_DISABLED', request, reply);
    void reply.header('set-cookie', issuerCookie(secure, admitted.idToken));
    return lead(reply, admitted.to);
  }

  @Get('signed-in')
  signedIn(@Res({ passthrough: true }) reply: FastifyReply) {
    return page(reply, SIGNED_IN, HOME);
  }

  @Get('signed-out')
  signedOut(@Res({ passthrough: true }) reply: FastifyReply) {
    return page(reply, SIGNED_OUT, AGAIN);
  }

  /** Says no: in a page, to a person who was led here. */
  private no(code: AuthCode, request: FastifyRequest, reply: FastifyReply): string {
    if (!wantsPage(request)) throw authError(code, request.headers['accept-language']);
    void reply.code(statusOf(code));
    const wait = retryAfterOf(code);
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    return page(reply, AUTH_TEXTS[code], AGAIN);
  }
}
