import { type Actor, WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { listOf, looking, MayAsk, narrowed, objectTypeOf, Viewer, viewerCanOn } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { directive } from './directive.decider.js';
import { RequestConnection, requestList, RequestsArgs } from './request.args.js';
import { rulingCommands } from './ruling.commands.js';
import { requestRow } from './views/directive-request.row.js';
import { directiveRequest } from './views/directive-request.view.js';

const Request = objectTypeOf(requestRow);

/** What is asked is the child's, and so is what is said to it. */
export const RequestViewerCan = viewerCanOn({
  type: Request,
  decider: directive,
  streamOf: ({ childId }) => childId,
  among: Object.keys(rulingCommands),
});

@Resolver(() => Request)
export class RequestResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => RequestConnection, {
    description: bilingual({
      en: 'What directives ask of the issuers of their parents.',
      zh: '向上级部署提出的申请。',
    }),
  })
  requests(@Args() args: RequestsArgs, @Viewer() viewer: Actor) {
    const { directiveId: parentId, childId, open } = args;
    const page = narrowed(requestList, args, viewer, { parentId, childId, open });
    return listOf(this.views, directiveRequest, page, looking(viewer, args));
  }
}
