import { type Actor, WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { listOf, looking, MayAsk, narrowed, objectTypeOf, Viewer, viewerCanOn } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { DutyPointCommand } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import { DutyGapsArgs, DutyGapsConnection, dutyGapsList, GapConnection, gapList, GapsArgs } from './gap.args.js';
import { dutyGapsRow } from './views/duty-gaps.row.js';
import { dutyGaps } from './views/duty-gaps.view.js';
import { gapRow } from './views/gap.row.js';
import { gap } from './views/gap.view.js';

const Gap = objectTypeOf(gapRow);
const DutyGaps = objectTypeOf(dutyGapsRow);

/** What fills a gap, or says that nothing is missing there. */
const ABOUT_A_GAP = [
  ...['AssignParty', 'AcceptAssignment', 'TransferAssignment', 'SignTransfer'],
  ...['WaiveParty', 'RepointDutyPoint', 'RetireDutyPoint'],
] as const satisfies readonly DutyPointCommand['type'][];

const about = { decider: dutyPoint, among: ABOUT_A_GAP };

/** A gap is its duty point's. */
export const GapViewerCan = viewerCanOn({ ...about, type: Gap, streamOf: ({ dutyPointId }) => dutyPointId });
export const DutyGapsViewerCan = viewerCanOn({ ...about, type: DutyGaps, streamOf: ({ id }) => id });

@Resolver()
export class GapResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => GapConnection, { description: bilingual({ en: 'What nobody holds.', zh: '责任空白。' }) })
  gaps(@Args() args: GapsArgs, @Viewer() viewer: Actor) {
    const { kind, party, matter, dutyPointId } = args;
    const page = narrowed(gapList, args, viewer, { kind, party, matter, dutyPointId });
    return listOf(this.views, gap, page, looking(viewer, args));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => DutyGapsConnection, {
    description: bilingual({ en: 'What nobody holds, by duty point.', zh: '责任空白（按责任点）。' }),
  })
  dutyGaps(@Args() args: DutyGapsArgs, @Viewer() viewer: Actor) {
    const { kind, matter } = args;
    const page = narrowed(dutyGapsList, args, viewer, { kind, matter });
    return listOf(this.views, dutyGaps, page, looking(viewer, args));
  }
}
