import { type Actor, WITHIN_REACH } from '#access';
import { directivesAwaited } from '#contexts/directives/directives.module';
import { dutiesAwaited } from '#contexts/duties/duties.module';
import { findingsAwaited } from '#contexts/findings/findings.module';
import { grantsAwaited, meRow } from '#contexts/grants/grants.module';
import { importsAwaited } from '#contexts/imports/imports.module';
import { bilingual } from '#kernel';
import { type CountAwaited, MayAsk, objectTypeOf, Viewer } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { workRow, type Work } from './work.row.js';

const WorkType = objectTypeOf(workRow);

/** What is counted in each list. */
const COUNTED: Readonly<Record<keyof Work, CountAwaited>> = {
  ...findingsAwaited,
  ...directivesAwaited,
  ...dutiesAwaited,
  ...grantsAwaited,
  ...importsAwaited,
};

/** How much awaits whoever asks. */
@Resolver(() => objectTypeOf(meRow))
export class WorkResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  /** Each list is counted only where somebody asks for its count. */
  @MayAsk(WITHIN_REACH)
  @ResolveField(() => WorkType, {
    description: bilingual({ en: 'How much awaits you in each list.', zh: '各列表中待我办理的数量。' }),
  })
  work(@Viewer() viewer: Actor) {
    const counts = Object.entries(COUNTED).map(
      ([name, count]) => [name, { get: () => count(this.views, viewer) }] as const,
    );
    return Object.defineProperties({}, Object.fromEntries<PropertyDescriptor>(counts));
  }
}
