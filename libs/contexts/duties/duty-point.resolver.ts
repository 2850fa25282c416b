import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import { newId } from '#platform/decide';
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
import { MatrixArgs, matrixList, ResponsibilityMatrix } from './matrix.args.js';
import { dutyPointCommands } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import { dutyPointRow } from './views/duty-point-card.js';
import { dutyPointCard } from './views/duty-point-card.view.js';

const DutyPoint = objectTypeOf(dutyPointRow);

export const DutyPointViewerCan = viewerCanOn({ type: DutyPoint, decider: dutyPoint, streamOf: ({ id }) => id });

const Mutations = mutationsOf(dutyPointCommands, dutyPoint, {
  AssignParty: ({ id: _, assignmentId, ...share }, { occasion }) => ({
    data: { assignmentId: assignmentId ?? newId('assignment', occasion), ...share },
  }),
  TransferAssignment: ({ id: _, successorId, ...handover }, { occasion }) => ({
    data: { successorId: successorId ?? newId('assignment', occasion), ...handover },
  }),
});

@Resolver(() => DutyPoint)
export class DutyPointResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => DutyPoint, { nullable: true, description: bilingual({ en: 'One duty point.', zh: '一个责任点。' }) })
  dutyPoint(
    @IdArg('id', 'dutyPoint', { en: 'Which duty point.', zh: '责任点编号。' }) id: Id<'dutyPoint'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(dutyPointCard, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => ResponsibilityMatrix, {
    description: bilingual({ en: 'Duty points by the four parties.', zh: '四方责任矩阵。' }),
  })
  responsibilityMatrix(@Args() args: MatrixArgs, @Viewer() viewer: Actor) {
    const { matter, placeType, directiveId, fullyHeld } = args;
    const page = narrowed(matrixList, args, viewer, { matter, placeType, directiveId, fullyHeld });
    return listOf(this.views, dutyPointCard, page, looking(viewer, args));
  }
}
