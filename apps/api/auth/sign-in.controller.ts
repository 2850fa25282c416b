import { anId } from '#kernel';
import { Public } from '#platform/identity';
import { choosePost, type Admitted } from '#platform/sign-in';
import { Controller, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError, CHOICE_AT } from './auth-errors.js';
import { beginSession } from './begin-session.js';
import { DOOR, fromOf } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { issuerIn, noIssuerCookie } from './issuer-cookie.js';
import { OPENID_DOOR, type OpenIdDoor } from './openid-door.js';
import { noCookie } from './session-cookie.js';
import { inSession, signedIn, type WebDoor } from './signed-in.js';

const SignIn = z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1_000) });
const Choice = z.strictObject({
  postId: anId('post'),
  orgId: anId('organisation'),
  onBehalfOf: anId('person').optional(),
});

/** Coming in, choosing a post, and leaving. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth')
export class SignInController {
  constructor(
    @Inject(DOOR) private readonly door: WebDoor,
    @Inject(OPENID_DOOR) private readonly openId: OpenIdDoor | undefined,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { name, password } = bodyOf(SignIn, request);
    const language = request.headers['accept-language'];
    const from = fromOf(this.door, request.ip);
    const admitted = await this.door.signIn.admit({ name, password, from });
    if ('refused' in admitted) throw authError(admitted.refused, language);
    const begun = await this.door.keeper.seen(await this.begin(admitted, request, reply));
    const { posts = [] } = begun?.standing ?? {};
    return {
      mustChange: admitted.mustChange,
      posts: posts.map(({ postId, orgId }) => ({ postId, orgId })),
      chosen: begun?.session.chosen ?? null,
    };
  }

  private async begin(admitted: Admitted, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { account, mustChange } = admitted;
    const isStill = () => this.door.signIn.isStill(admitted);
    const secret = await beginSession(this.door, account, { request, reply, how: { mustChange, isStill } });
    if (secret !== undefined) return secret;
    throw authError((await isStill()) ? 'ACCOUNT_DISABLED' : 'SIGN_IN_FAILED', request.headers['accept-language']);
  }

  @Post('post')
  @HttpCode(200)
  async choosePost(@Req() request: FastifyRequest) {
    const { postId, orgId, onBehalfOf } = bodyOf(Choice, request);
    const language = request.headers['accept-language'];
    const { session } = await signedIn(this.door, request);
    const chosen = { postId, orgId, ...(onBehalfOf && { onBehalfOf }) };
    const against = await choosePost(this.door, session, chosen);
    if (against) throw authError(against, language, ...CHOICE_AT[against]);
    return { chosen };
  }

  /** Leaves; where an issuer vouched for them, the answer says where they leave it as well. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    bodyOf(z.unknown(), request);
    const found = await inSession(this.door, request);
    if (found) await this.door.keeper.end(found.session.account, found.session.id, 'SIGNED_OUT');
    const secure = this.door.origin.isSecure(request);
    void reply.header('set-cookie', noCookie(secure));
    const vouched = issuerIn(secure, request);
    if (!vouched) return undefined;
    void reply.header('set-cookie', noIssuerCookie(secure));
    const url = await this.openId?.issuer.ending(vouched.idToken);
    if (!url) return undefined;
    void reply.code(200);
    return { signOutAt: url.href };
  }
}
