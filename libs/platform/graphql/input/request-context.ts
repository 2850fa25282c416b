import type { Actor } from '#access';
import type { Id, SentOccasion, Source } from '#kernel';
import type { CommandInput } from './command-input.js';
import type { Language } from '../server/language.js';

/** Who asks for a command, in what circumstances, and in which language to answer. Hand it to `Decide` as it is. */
export interface RequestContext {
  readonly actor: Actor;
  readonly occasion: SentOccasion;
  /** The entry of the past that this act is told under, which is no part of the record of the act. */
  readonly lateEntryId?: Id<'lateEntry'> | undefined;
  readonly language: Language;
}

/** The circumstances of a command: its actor's capacity, and what its input, once checked and tidied, says about itself. */
export const occasionOf = (
  { actorId, postId, orgId, territoryId, onBehalfOf }: Actor,
  { commandId, occurredAt, source, deviceId, reason }: CommandInput,
): SentOccasion => ({
  actorId,
  orgId,
  ...(postId && { postId }),
  ...(territoryId && { territoryId }),
  ...(onBehalfOf && { onBehalfOf }),
  ...(occurredAt !== undefined && { occurredAt }),
  commandId,
  correlationId: commandId,
  source: source ?? ('web' satisfies Source),
  ...(deviceId && { deviceId }),
  ...(reason && { reason }),
});
