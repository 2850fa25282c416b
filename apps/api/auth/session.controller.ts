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
      forOthers: await this.forOthers(inSession, language),
      chosen: session.chosen ?? null,
    };
  }

  /** The posts of those who are away and for whom somebody stands in, as they see them once they act there. */
  private async forOthers(inSession: InSession, language: Language) {
    const { account } = inSession.session;
    const posts = await this.door.forOthers(account);
    const now = this.door.now().toISOString();
    const standings = await Promise.all(posts.map((chosen) => this.door.standings.of(account, chosen, now)));
    const each = posts.map((held, index) =>
      this.named(held, { standing: standings[index] ?? inSession.standing }, language),
    );
    return Promise.all(each);
  }

  /** A post and its body by their names, as whoever holds it may know them. */
  private async named(
    { territoryId: _, ...chosen }: HeldPost,
    { standing }: Pick<InSession, 'standing'>,
    language: Language,
  ) {
    const { postId, orgId, onBehalfOf } = chosen;
    const actor = actingIn(standing, chosen);
    const ids: readonly Id[] = [postId, orgId, ...(onBehalfOf ? [onBehalfOf] : [])];
    const labels = actor ? await this.views.labels(ids, { actor }) : new Map<Id, Text>();
    const nameOf = (id: Id) => labels.get(id)?.[language] ?? null;
    return {
      ...chosen,
      post: nameOf(postId),
      organisation: nameOf(orgId),
      ...(onBehalfOf && { principal: nameOf(onBehalfOf) }),
    };
  }
}
