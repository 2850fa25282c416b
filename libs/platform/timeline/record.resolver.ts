import { WITHIN_REACH, type Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { counted, IdArg, looking, MayAsk, Speaking, Viewer, type Language } from '#platform/graphql';
import { VIEW_REGISTRY, VIEWS, type ViewRegistry, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { RecordArgs } from './record-args.js';
import { EventRecord } from './record-entry.js';
import { RECORDS, type Records } from './records.js';

const nobody = () => Promise.resolve(0);

@Resolver()
export class RecordResolver {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(VIEW_REGISTRY) private readonly registry: Pick<ViewRegistry, 'standing'>,
  ) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => EventRecord, {
    description: bilingual({
      en: 'The record of one thing: its events together with those of what belongs to it, such as the duty point of a finding, in one order. Empty when it is not yours to see.',
      zh: '某一事项的事件史：本事项及其所属事项（如问题所涉责任点）的事件，统一排序；无权查看时为空。',
    }),
  })
  async eventRecord(
    @IdArg('id', 'any', { en: 'Any id.', zh: '任意事项编号。' }) id: Id,
    @Args() asked: RecordArgs,
    @Viewer() actor: Actor,
    @Speaking() language: Language,
  ) {
    const how = looking(actor, asked);
    const visible = await this.views.visible([id], how);
    if (!visible.has(id)) return { ...counted({ edges: [], hasNextPage: false }, nobody), subjects: [], cut: false };
    const eyes = { views: this.views, registry: this.registry };
    const { page, total, streams, isCut } = await this.records.page(id, { ...asked, language }, { how, eyes });
    const list = counted(page, () => Promise.resolve(total));
    return { ...list, subjects: streams.map((one) => ({ id: one })), cut: isCut };
  }
}
