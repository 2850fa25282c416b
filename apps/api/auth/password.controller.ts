import type { Id } from '#kernel';
import { Public } from '#platform/identity';
import { commonPasswords, comparablePassword, passwordFault } from '#platform/sign-in';
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf, cookieIn } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR, type Door } from './door.js';

const Change = z.strictObject({ current: z.string().min(1).max(1_000), next: z.string().min(1).max(1_000) });

/** Choosing another password: by who is signed in and knows the present one. */
@Public()
@Controller('auth')
export class PasswordController {
  constructor(@Inject(DOOR) private readonly door: Door) {}

  @Post('password')
  @HttpCode(200)
  async change(@Req() request: FastifyRequest) {
    const { current, next } = bodyOf(Change, request);
    const language = request.headers['accept-language'];
    const { credentials, keeper, passwords, securityLog, sessions } = this.door;
    const cookie = cookieIn(request);
    const inSession = cookie === undefined ? undefined : await keeper.seen(cookie);
    if (cookie === undefined || !inSession) throw authError('UNAUTHENTICATED', language);
    const { account, id } = inSession.session;
    const against = await this.against(account, { current, next });
    if (against) throw authError(against.code, language, against.path);
    const now = this.door.now();
    await credentials.change(account, { secret: await passwords.secretOf(next), mustChange: false }, now);
    await sessions.endAll(account, id);
    await securityLog.add('authn_password_change', { account }, now);
    if (!inSession.session.chosen) await keeper.chooseOnly(cookie, account, inSession.standing);
    return { changed: true };
  }

  /** What stands against another password, and in which field. */
  private async against(account: Id<'account'>, { current, next }: z.output<typeof Change>) {
    const credential = await this.door.credentials.of(account);
    const isRight = await this.door.passwords.isBehind(current, credential?.secret);
    if (!credential || !isRight) return { code: 'SIGN_IN_FAILED', path: 'current' } as const;
    if (comparablePassword(next) === comparablePassword(current))
      return { code: 'PASSWORD_SAME', path: 'next' } as const;
    const code = passwordFault(next, credential.name, await commonPasswords());
    return code && ({ code, path: 'next' } as const);
  }
}
