import { Public } from '#platform/identity';
import type { Session } from '#platform/sign-in';
import { Controller, Delete, Get, HttpCode, Inject, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError } from './auth-errors.js';
import { DOOR } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { signedIn, type WebDoor } from './signed-in.js';

/** One's own sessions: seen, and ended. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth/sessions')
export class SessionsController {
  constructor(@Inject(DOOR) private readonly door: WebDoor) {}

  @Get()
  async mine(@Req() request: FastifyRequest) {
    const { session: own } = await signedIn(this.door, request);
    const sessions = await this.door.sessions.of(own.account, this.door.now());
    const shown = ({ id, chosen, beganAt, seenAt, endsAt }: Session) => ({
      ...{ id, isThis: id === own.id, ...chosen, beganAt, seenAt, endsAt },
    });
    return { sessions: sessions.map(shown) };
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest<{ Params: { id: string } }>) {
    bodyOf(z.unknown(), request);
    const { session } = await signedIn(this.door, request);
    const { data: id } = z.uuid().safeParse(request.params.id);
    const isEnded = id !== undefined && (await this.door.keeper.end(session.account, id, 'ENDED_BY_OWNER'));
    if (!isEnded) throw authError('SESSION_NOT_FOUND', request.headers['accept-language']);
  }

  @Delete()
  @HttpCode(200)
  async endOthers(@Req() request: FastifyRequest) {
    bodyOf(z.unknown(), request);
    const { session } = await signedIn(this.door, request);
    return { ended: await this.door.keeper.endAll(session.account, 'ENDED_BY_OWNER', { but: session.id }) };
  }
}
