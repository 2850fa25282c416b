import { AS_SHOWN, SYSTEM, WITHIN_REACH, type Actor } from '#access';
import { evidenceCard, evidenceRow } from '#contexts/evidence/evidence.module';
import { evidencePart, evidenceUse, evidenceUseRow, findingCard } from '#contexts/findings/findings.module';
import { bilingual, type Id } from '#kernel';
import {
  askedAsOf,
  IdArg,
  LookArgs,
  looking,
  MayAsk,
  objectTypeOf,
  rowsIn,
  Viewer,
  type GraphqlContext,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

const Evidence = objectTypeOf(evidencePart);
const StoredEvidence = objectTypeOf(evidenceRow);
const EvidenceUse = objectTypeOf(evidenceUseRow);

interface File {
  readonly id: Id<'evidence'>;
}

/** What a file's own record says of it, for those who may see the finding that has it. */
@Resolver(() => Evidence)
export class FindingEvidenceResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(AS_SHOWN)
  @ResolveField(() => String, {
    description: bilingual({ en: 'Where it is downloaded, on this server.', zh: '下载地址（本服务内路径）。' }),
  })
  path(@Parent() { id }: File): string {
    return `/evidence/${id}`;
  }

  @MayAsk(WITHIN_REACH)
  @ResolveField(() => StoredEvidence, {
    nullable: true,
    description: bilingual({
      en: 'Its own record: whether it is as it was kept, and what was claimed of it; null of files that were named before they were kept.',
      zh: '固证记录：是否完好，以及其自述的拍摄时间、地点；早期记录无。',
    }),
  })
  stored(@Parent() { id }: File, @Context() context: GraphqlContext, @Info() info: GraphQLResolveInfo) {
    return rowsIn(context, this.views, evidenceCard, askedAsOf(info)).load(id);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => EvidenceUse, {
    nullable: true,
    description: bilingual({ en: 'Where a file is used as evidence.', zh: '证据材料使用情况。' }),
  })
  async evidenceUse(
    @IdArg('id', 'evidence', { en: 'Which file.', zh: '证据材料编号。' }) id: Id<'evidence'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    const how = looking(viewer, look);
    const use = await this.views.get(evidenceUse, id, { ...how, actor: SYSTEM });
    // T19: of a file that nothing has, as much is asked as of one whose finding is not in sight: no finding goes by the id of a file.
    const finding = await this.views.get(findingCard, use?.findingId ?? id, how);
    return finding && use;
  }
}
