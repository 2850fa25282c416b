import { decode, evolve, kindOf, type AnyPolicy, type Ask, type Occasion } from '#kernel';
import { uuidV5, type StoredEvent } from '#platform/event-store';
import { SYSTEM } from './system-actor.js';

/** Whether a policy has something to say about an event. */
export const concerns = (policy: AnyPolicy, { stream, type }: Pick<StoredEvent, 'stream' | 'type'>): boolean =>
  kindOf(stream) === policy.of.kind && Object.hasOwn(policy.on, type);

/** What a policy asks for because of an event; `history` is the event's stream, up to and with the event. Pure; throws on bugs. */
export const asksOf = (policy: AnyPolicy, event: StoredEvent, history: readonly StoredEvent[]): readonly Ask[] => {
  const state = history.reduce<unknown>(
    (before, each) => evolve(policy.of, before, decode(policy.of.events, each), each),
    policy.of.initial,
  );
  const asks = policy.on[event.type]?.(decode(policy.of.events, event).data, state, event) ?? [];
  for (const ask of asks) checkDeclared(policy, ask);
  return asks;
};

/** Readers do not wait for what a policy never said that it asks for. */
const checkDeclared = ({ name, asks }: AnyPolicy, { decider: { kind } }: Ask): void => {
  if (!asks.some((one) => one.kind === kind)) throw new Error(`policy ${name} does not say that it asks ${kind}`);
};

/** The occasion of the n-th thing a policy asks for: the same each time, so that asking twice changes nothing. */
export const occasionOf = (policy: AnyPolicy, cause: StoredEvent, n: number): Occasion => ({
  actorId: SYSTEM.actorId,
  occurredAt: cause.recordedAt,
  commandId: uuidV5(`${policy.name}/${String(n)}`, cause.eventId),
  correlationId: cause.correlationId,
  causationId: cause.eventId,
  source: 'system',
});
