import { ROLES, type Role } from '#kernel';
import { isText, tidy } from '#platform/graphql';
import { Public } from '#platform/identity';
import { TOKEN_SCOPES, type AccessToken, type TokenRefusal } from '#platform/sign-in';
import { Controller, Delete, Get, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf } from './asked.js';
import { authError, TOKEN_AT } from './auth-errors.js';
import { DOOR } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { signedInPost, type WebDoor } from './signed-in.js';

const role = z.custom<Role>((value) => typeof value === 'string' && value !== 'system' && Object.hasOwn(ROLES, value));
const LONGEST_NAME = 100;
const Wanted = z.strictObject({
  name: z
    .string()
    .transform(tidy)
    .refine((name) => isText(name, LONGEST_NAME)),
  scope: z.enum(TOKEN_SCOPES),
  roles: z.array(role).min(1).max(12).optional(),
  endsAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** A token as its owner may see it: all but what its program holds. */
const shown = ({ id, name, scope, roles, chosen, madeAt, usedAt, endsAt, secret }: AccessToken) => ({
  isService: secret !== undefined,
  ...{ id, name, scope, roles, ...chosen, madeAt, usedAt: usedAt ?? null, endsAt },
});

const refusal = (code: TokenRefusal, { headers }: FastifyRequest) =>
  authError(code, headers['accept-language'], ...TOKEN_AT[code]);

/** Tokens that somebody makes for programs that act for them. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth/tokens')
export class TokensController {
  constructor(@Inject(DOOR) private readonly door: WebDoor) {}

  @Post()
  @HttpCode(201)
  async make(@Req() request: FastifyRequest) {
    const wanted = bodyOf(Wanted, request);
    const inPost = await signedInPost(this.door, request);
    const made = await this.door.tokens.make(inPost.session.account, inPost, wanted);
    if ('refused' in made) throw refusal(made.refused, request);
    return { token: made.secret, ...shown(made.token) };
  }

  @Post('service')
  @HttpCode(201)
  async makeService(@Req() request: FastifyRequest) {
    const wanted = bodyOf(Wanted, request);
    const inPost = await signedInPost(this.door, request);
    const made = await this.door.tokens.makeService(inPost.session.account, inPost, wanted);
    if ('refused' in made) throw refusal(made.refused, request);
    const { clientId, clientSecret, token } = made;
    return { clientId, clientSecret, ...shown(token) };
  }

  @Get()
  async mine(@Req() request: FastifyRequest) {
    const { session } = await signedInPost(this.door, request);
    return { tokens: (await this.door.tokens.of(session.account)).map(shown) };
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest<{ Params: { id: string } }>) {
    bodyOf(z.unknown(), request);
    const { session } = await signedInPost(this.door, request);
    const { data: id } = z.uuid().safeParse(request.params.id);
    const isEnded = id !== undefined && (await this.door.tokens.end(session.account, id));
    if (!isEnded) throw authError('TOKEN_NOT_FOUND', request.headers['accept-language']);
  }
}
