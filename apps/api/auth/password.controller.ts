import { Public } from '#platform/identity';
import { changeOwnPassword } from '#platform/sign-in';
import { Controller, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR, fromOf } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { signedIn, type WebDoor } from './signed-in.js';

const Change = z.strictObject({ current: z.string().min(1).max(1_000), next: z.string().min(1).max(1_000) });

/** Choosing another password: by who is signed in and knows the present one. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth')
export class PasswordController {
  constructor(@Inject(DOOR) private readonly door: WebDoor) {}

  @Post('password')
  @HttpCode(200)
  async change(@Req() request: FastifyRequest) {
    const { current, next } = bodyOf(Change, request);
    const language = request.headers['accept-language'];
    const { keeper, securityLog } = this.door;
    const { session, standing } = await signedIn(this.door, request);
    const { account, id } = session;
    const from = fromOf(this.door, request.ip);
    const against = await changeOwnPassword(this.door, account, { current, next, from });
    if (against) throw authError(against.code, language, against.path);
    const now = this.door.now();
    await keeper.endAll(account, 'PASSWORD_CHANGED', { but: id });
    securityLog.add('authn_password_change', { account }, now);
    if (!session.chosen) await keeper.chooseOnly(session, standing);
    return { changed: true };
  }
}
