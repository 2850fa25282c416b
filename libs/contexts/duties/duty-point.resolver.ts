import type { Actor } from '#access';
import { territoryPath } from '#contexts/parties';
import { bilingual, type Id } from '#kernel';
import { Decide, LogFacts, newId } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import {
  Asking,
  connection,
  contentOf,
  IdArg,
  LookArgs,
  looking,
  Outcome,
  outcome,
  paging,
  reasonApart,
  Viewer,
  type Asked,
} from '#platform/graphql';
import { VIEWS, type Looking, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GapConnection, GapsArgs, MatrixArgs, ResponsibilityMatrix } from './duty-point.args.js';
import { dutyPoint, type DutyPointCommand } from './duty-point.decider.js';
import { aroundDutyPoint } from './duty-point.facts.js';
import {
  AcceptAssignmentInput,
  AssignPartyInput,
  DefineDutyPointInput,
  EndAssignmentInput,
  WaivePartyInput,
} from './duty-point.input.js';
import { DutyPointCard, dutyPointCard } from './views/duty-point-card.view.js';
import { gap, type Gap } from './views/gap.view.js';

@Resolver(() => DutyPointCard)
export class DutyPointResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Defines a duty point.', zh: '设立责任点。' }) })
  defineDutyPoint(@Args('input') input: DefineDutyPointInput, @Asking() asked: Asked) {
    const { id = newId('dutyPoint', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'DefineDutyPoint', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Names a holder for a party.', zh: '明确责任方责任人。' }) })
  assignParty(@Args('input') input: AssignPartyInput, @Asking() asked: Asked) {
    const { occasion } = asked;
    const { id, assignmentId = newId('assignment', occasion), from = occasion.occurredAt, ...rest } = contentOf(input);
    return this.decide(id, { type: 'AssignParty', data: { assignmentId, from, ...rest } }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Accepts a duty as its holder.', zh: '认领责任。' }) })
  acceptAssignment(@Args('input') { id, assignmentId }: AcceptAssignmentInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'AcceptAssignment', data: { assignmentId } }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Ends an assignment.', zh: '结束责任分工。' }) })
  endAssignment(@Args('input') { id, assignmentId }: EndAssignmentInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'EndAssignment', data: { assignmentId } }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Waives a party, with a reason.', zh: '免设责任方（须说明理由）。' }),
  })
  waiveParty(@Args('input') { id, party }: WaivePartyInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'WaiveParty', data: { party, reason } }, asked);
  }

  @Query(() => DutyPointCard, { nullable: true, description: bilingual({ en: 'One duty point.', zh: '一个责任点。' }) })
  dutyPoint(
    @IdArg('id', 'dutyPoint', { en: 'Which duty point.', zh: '责任点编号。' }) id: Id<'dutyPoint'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(dutyPointCard, id, looking(viewer, look));
  }

  @Query(() => ResponsibilityMatrix, {
    description: bilingual({ en: 'Duty points by the four parties.', zh: '四方责任矩阵。' }),
  })
  async responsibilityMatrix(@Args() args: MatrixArgs, @Viewer() viewer: Actor) {
    const { matter, placeType, directiveId, fullyHeld } = args;
    const page = paging<DutyPointCard>(args, { matter, placeType, directiveId, fullyHeld });
    return connection(await this.views.page(dutyPointCard, page, await this.within(args, viewer)));
  }

  @Query(() => GapConnection, { description: bilingual({ en: 'What nobody holds.', zh: '责任空白。' }) })
  async gaps(@Args() args: GapsArgs, @Viewer() viewer: Actor) {
    const { kind, party, matter, dutyPointId } = args;
    const page = paging<Gap>(args, { kind, party, matter, dutyPointId });
    return connection(await this.views.page(gap, page, await this.within(args, viewer)));
  }

  private async within(args: LookArgs & { scope?: Id<'territory'> }, viewer: Actor): Promise<Looking> {
    const { scope } = args;
    const look = looking(viewer, args);
    return scope ? { ...look, within: await territoryPath(new LogFacts(this.store), scope) } : look;
  }

  private async decide(id: Id<'dutyPoint'>, command: DutyPointCommand, asked: Asked) {
    return outcome(await this.bus.execute(new Decide(dutyPoint, id, command, asked, aroundDutyPoint)), asked.language);
  }
}
