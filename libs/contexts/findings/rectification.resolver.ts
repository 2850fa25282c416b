import { bilingual, type Id } from '#kernel';
import { Decide } from '#platform/decide';
import { Asking, contentOf, Outcome, outcome, reasonApart, type Asked } from '#platform/graphql';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { finding, type FindingCommand } from './finding.decider.js';
import { aroundFinding } from './finding.facts.js';
import {
  AcknowledgeRectificationInput,
  ApproveCloseOutInput,
  ApprovePlanInput,
  AssignVerifierInput,
  FailVerificationInput,
  OrderRectificationInput,
  PassVerificationInput,
  RecordLookBackInput,
  RefuseCloseOutInput,
  ReopenRectificationInput,
  ReportCompletionInput,
  ReportImmediateFixInput,
  ReturnPlanInput,
  SubmitPlanInput,
} from './rectification.input.js';

@Resolver()
export class RectificationResolver {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Orders a unit to rectify.', zh: '交办整改。' }) })
  orderRectification(@Args('input') input: OrderRectificationInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'OrderRectification', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'The unit takes the order.', zh: '签收整改。' }) })
  acknowledgeRectification(@Args('input') { id }: AcknowledgeRectificationInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'AcknowledgeRectification', data: {} }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Submits a plan.', zh: '提交整改方案。' }) })
  submitPlan(@Args('input') input: SubmitPlanInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'SubmitPlan', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Approves the plan.', zh: '批准整改方案。' }) })
  approvePlan(@Args('input') { id }: ApprovePlanInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'ApprovePlan', data: {} }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Returns the plan; say the reason.', zh: '退回整改方案（须说明理由）。' }),
  })
  returnPlan(@Args('input') { id }: ReturnPlanInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'ReturnPlan', data: { reason } }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Fixed on the spot.', zh: '立行立改。' }) })
  reportImmediateFix(@Args('input') input: ReportImmediateFixInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'ReportImmediateFix', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'The unit reports it done.', zh: '报告整改完成。' }) })
  reportCompletion(@Args('input') input: ReportCompletionInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'ReportCompletion', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Names who verifies.', zh: '指派核查人。' }) })
  assignVerifier(@Args('input') input: AssignVerifierInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'AssignVerifier', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'The fix holds.', zh: '核查通过。' }) })
  passVerification(@Args('input') input: PassVerificationInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'PassVerification', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'The fix does not hold.', zh: '核查退回。' }) })
  failVerification(@Args('input') input: FailVerificationInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'FailVerification', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Strikes the finding off.', zh: '批准销号。' }) })
  approveCloseOut(@Args('input') input: ApproveCloseOutInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'ApproveCloseOut', data }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Refuses to strike it off; say the reason.', zh: '不予销号（须说明理由）。' }),
  })
  refuseCloseOut(@Args('input') { id }: RefuseCloseOutInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'RefuseCloseOut', data: { reason } }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Looks back at a close-out.', zh: '回头看。' }) })
  recordLookBack(@Args('input') input: RecordLookBackInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'RecordLookBack', data }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Opens it again after a relapse; say the reason.', zh: '重新挂号（须说明理由）。' }),
  })
  reopenRectification(@Args('input') { id }: ReopenRectificationInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'ReopenRectification', data: { reason } }, asked);
  }

  private async decide(id: Id<'finding'>, command: FindingCommand, asked: Asked) {
    const around = aroundFinding(id, asked.occasion.occurredAt);
    return outcome(await this.bus.execute(new Decide(finding, id, command, asked, around)), asked.language);
  }
}
