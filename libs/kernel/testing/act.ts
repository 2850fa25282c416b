import type { Act, Occasion } from '../index.js';

/** The act behind an event: as usual, but for what is said; it is recorded when it happens unless it says otherwise. */
export const actOf = (usual: Pick<Act, 'actorId' | 'occurredAt'> | Occasion, said: Partial<Act> = {}): Act => {
  const act = { ...usual, ...said };
  return { ...act, recordedAt: said.recordedAt ?? act.occurredAt };
};
