import { createHash } from 'node:crypto';
import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import { idBetween } from '#platform/decide';
import {
  IdArg,
  listOf,
  LookArgs,
  looking,
  MayAsk,
  mutationsOf,
  narrowed,
  objectTypeOf,
  Viewer,
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { documentName } from './document-name.js';
import { ImportConnection, importList, NoticeImportsArgs } from './import.args.js';
import { importCommands } from './import.commands.js';
import { notice } from './import.decider.js';
import { importCard, importCardRow } from './views/import-card.view.js';
import { importRow, noticeImport } from './views/notice-import.view.js';

const NoticeImport = objectTypeOf(importRow);

export const ImportViewerCan = viewerCanOn({ type: NoticeImport, decider: notice, streamOf: ({ id }) => id });

export const ImportCardViewerCan = viewerCanOn({
  type: objectTypeOf(importCardRow),
  decider: notice,
  streamOf: ({ id }) => id,
});

/** The digest is the server's own, and the stream's id follows from it and the body: the same bytes are one import. */
const Mutations = mutationsOf(importCommands, notice, {
  ConfirmImport: ({ documents, sha256 }, { actor: { orgId } }) => ({
    data: {
      ...{ documents, sha256 },
      directives: Array.from({ length: documents }, (_, index) =>
        idBetween('directive', orgId, ...documentName(sha256, index)),
      ),
    },
  }),
  ImportNotice: ({ text, fileName }, { actor }) => {
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    return {
      data: { text, fileName, sha256, bytes: Buffer.byteLength(text, 'utf8') },
      stream: idBetween('import', actor.orgId, sha256),
    };
  },
});

@Resolver(() => NoticeImport)
export class ImportResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => NoticeImport, {
    nullable: true,
    description: bilingual({ en: 'One imported notice, and what was read in it.', zh: '一份导入的公文及解析结果。' }),
  })
  noticeImport(
    @IdArg('id', 'import', { en: 'Which import.', zh: '导入编号。' }) id: Id<'import'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(noticeImport, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => ImportConnection, { description: bilingual({ en: 'Imported notices.', zh: '导入列表。' }) })
  noticeImports(@Args() args: NoticeImportsArgs, @Viewer() viewer: Actor) {
    const page = narrowed(importList, args, viewer, { confirmed: args.confirmed });
    return listOf(this.views, importCard, page, looking(viewer, args));
  }
}
