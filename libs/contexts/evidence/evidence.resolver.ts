import { type Actor, OWN, SYSTEM } from '#access';
import { bilingual, type Id } from '#kernel';
import { IdArg, LookArgs, looking, MayAsk, objectTypeOf, Viewer } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { evidenceCard, evidenceRow } from './views/evidence-card.view.js';

const StoredEvidence = objectTypeOf(evidenceRow);

@Resolver(() => StoredEvidence)
export class EvidenceResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(OWN)
  @Query(() => StoredEvidence, {
    nullable: true,
    description: bilingual({ en: 'A file that the viewer uploaded.', zh: '本人上传的证据材料。' }),
  })
  async evidence(
    @IdArg('id', 'evidence', { en: 'Which evidence.', zh: '证据材料编号。' }) id: Id<'evidence'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    const card = await this.views.get(evidenceCard, id, { ...looking(viewer, look), actor: SYSTEM });
    return card?.uploaderId === viewer.actorId ? card : undefined;
  }
}
