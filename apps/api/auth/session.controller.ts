import type { Id, Text } from '#kernel';
import { type Language, languageOf } from '#platform/graphql';
import { Public } from '#platform/identity';
import { actingIn, type HeldPost, type InSession } from '#platform/sign-in';
import { VIEWS, type Views } from '#platform/views';
import { Controller, Get, Inject, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DOOR } from './door.js';
import { FromOwnOrigin } from './from-own-origin.guard.js';
import { signedIn, type WebDoor } from './signed-in.js';

/** How somebody is signed in: what the page of the door needs before there is anybody who could ask for more. */
@Public()
@UseGuards(FromOwnOrigin)
@Controller('auth/session')
export class SessionController {
  constructor(
    @Inject(DOOR) private readonly door: WebDoor,
    @Inject(VIEWS) private readonly views: Pick<Views, 'labels'>,
  ) {}

  @Get()
  async mine(@Req() request: FastifyRequest) {
    const inSession = await signedIn(this.door, request);
    const { session, standing } = inSession;
    const language = languageOf(request.headers['accept-language']);
    const credential = await this.door.credentials.of(session.account);
    return {
      personId: standing.personId,
      mustChange: credential?.mustChange ?? false,
      posts: await Promise.all(standing.posts.map((held) => this.named(held, inSession, language))),
      chosen: session.chosen ?? null,
    };
  }

  /** A post and its body by their names, as whoever holds it may know them. */
  private async named({ postId, orgId }: HeldPost, { standing }: InSession, language: Language) {
    const actor = actingIn(standing, { postId, orgId });
    const ids: readonly Id[] = [postId, orgId];
    const labels = actor ? await this.views.labels(ids, { actor }) : new Map<Id, Text>();
    return {
      ...{ postId, orgId },
      post: labels.get(postId)?.[language] ?? null,
      organisation: labels.get(orgId)?.[language] ?? null,
    };
  }
}
