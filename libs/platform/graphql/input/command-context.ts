import type { Actor } from '#access';
import type { Occasion, Source } from '#kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { CommandInput } from './command-input.js';
import { contextOf } from '../server/context.js';
import { tidy } from './text-field.js';
import type { Language } from '../server/language.js';

/** Who asks for a command, in what circumstances, and in which language to answer. Hand it to `Decide` as it is. */
export interface RequestContext {
  readonly actor: Actor;
  readonly occasion: Occasion;
  readonly language: Language;
}

/** The circumstances of a command: its actor's capacity, and what its input says about itself. */
export const occasionOf = (
  { actorId, postId, orgId, territoryId, onBehalfOf }: Actor,
  { commandId, occurredAt, source, deviceId, reason }: CommandInput,
): Occasion => ({
  actorId,
  orgId,
  ...(postId && { postId }),
  ...(territoryId && { territoryId }),
  ...(onBehalfOf && { onBehalfOf }),
  occurredAt,
  commandId,
  correlationId: commandId,
  source: source ?? ('web' satisfies Source),
  ...(deviceId && { deviceId: tidy(deviceId) }),
  ...(reason && { reason: tidy(reason) }),
});

/** Hands a mutation with an `input` who asks, and on what occasion. */
export const CommandContext = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const { actor, language } = contextOf(execution);
  const { input } = GqlExecutionContext.create(execution).getArgs<{ input: CommandInput }>();
  return { actor, occasion: occasionOf(actor, input), language };
});
