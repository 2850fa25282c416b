import { SYSTEM, type LateEntries, type LateEntryId } from '#access';
import type { Id, Occasion, SentOccasion } from '#kernel';
import { commandKey, uuidV5 } from '#platform/event-store';
import type { Outcome } from './decide.command.js';
import { refuse } from './refusals.js';

/** An act about to be recorded, and the entry of which it uses one. */
interface Using {
  readonly uses: LateEntryId;
  readonly stream: Id;
  readonly occasion: Occasion;
}

/**
 * What the system asks for before such an act is recorded. Its id follows from the act's own, so that the act uses the entry once
 * however often it is tried; and what is not recorded in the end may be sent again, put right, under the same command id.
 */
export const useFor = (entries: LateEntries, { uses, stream, occasion }: Using) => {
  const act = uuidV5(stream, commandKey(occasion));
  const asked: SentOccasion = {
    actorId: SYSTEM.actorId,
    commandId: uuidV5(uses, act),
    correlationId: occasion.correlationId,
    source: 'system',
  };
  return { ...entries.use(act, stream), stream: uses, as: { actor: SYSTEM, occasion: asked } };
};

/** Why the act is not recorded after this answer; undefined where the use was taken. */
export const notUsed = (answer: Outcome): Outcome | undefined => {
  if (answer.recorded) return undefined;
  return answer.code === 'CONFLICT' ? answer : refuse('TOO_LATE_TO_DATE', 'lateEntryId');
};
