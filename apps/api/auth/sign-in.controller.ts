import { anId } from '#kernel';
import { OWN_ORIGIN, Public, type OwnOrigin } from '#platform/identity';
import { Controller, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf, cookieIn } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR, fromOf, type Door } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { noCookie, sessionCookie } from './session-cookie.js';

const SignIn = z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1_000) });
const Choice = z.strictObject({
  postId: anId('post'),
  orgId: anId('organisation'),
});

/** Coming in, choosing a post, and leaving. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth')
export class SignInController {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(OWN_ORIGIN) private readonly origin: OwnOrigin,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { name, password } = bodyOf(SignIn, request);
    const language = request.headers['accept-language'];
    const from = fromOf(this.door, request.ip);
    const admitted = await this.door.signIn.admit({ name, password, from });
    if ('refused' in admitted) throw authError(admitted.refused, language);
    const { account, mustChange } = admitted;
    const secret = await this.door.keeper.begin(account, { mustChange });
    if (secret === undefined) throw authError('ACCOUNT_DISABLED', language);
    void reply.header('set-cookie', sessionCookie(this.origin.isSecure(request), secret));
    const inSession = await this.door.keeper.seen(secret);
    const { posts = [] } = inSession?.standing ?? {};
    return {
      mustChange,
      posts: posts.map(({ postId, orgId }) => ({ postId, orgId })),
      chosen: inSession?.session.chosen ?? null,
    };
  }

  @Post('post')
  @HttpCode(200)
  async choosePost(@Req() request: FastifyRequest) {
    const { postId, orgId } = bodyOf(Choice, request);
    const language = request.headers['accept-language'];
    const cookie = cookieIn(request);
    const inSession = cookie === undefined ? undefined : await this.door.keeper.seen(cookie);
    if (cookie === undefined || !inSession) throw authError('UNAUTHENTICATED', language);
    const { account } = inSession.session;
    const credential = await this.door.credentials.of(account);
    if (credential?.mustChange) throw authError('CHANGE_PASSWORD_FIRST', language);
    if (!(await this.door.keeper.choose(cookie, account, { postId, orgId })))
      throw authError('POST_NOT_HELD', language, 'postId');
    return { chosen: { postId, orgId } };
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    bodyOf(z.unknown(), request);
    const cookie = cookieIn(request);
    const inSession = cookie === undefined ? undefined : await this.door.keeper.seen(cookie);
    if (inSession) await this.door.sessions.end(inSession.session.account, inSession.session.id);
    void reply.header('set-cookie', noCookie(this.origin.isSecure(request)));
  }
}
