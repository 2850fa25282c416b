import { SYSTEM } from '#access';
import {
  decode,
  evolve,
  isProcess,
  kindOf,
  namedBy,
  sourceOf,
  type AnyPolicy,
  type AnyProcess,
  type AnyReactor,
  type Ask,
  type Happening,
  type Occasion,
} from '#kernel';
import { uuidV5, type StoredEvent } from '#platform/event-store';
import { CannotFollow } from '../loop/cannot-follow.js';
import { rightful } from './rightful.js';

/** Whether a policy or a process has something to say about an event. */
export const concerns = (reactor: AnyReactor, { stream, type }: Pick<StoredEvent, 'stream' | 'type'>): boolean => {
  const kind = kindOf(stream);
  if (!isProcess(reactor)) return kind === reactor.of.kind && Object.hasOwn(reactor.on, type);
  const reactions = Object.hasOwn(reactor.react, kind) ? reactor.react[kind] : undefined;
  return reactions !== undefined && Object.hasOwn(reactions, type);
};

/** What a policy asks for because of an event; `history` is the event's stream, up to and with the event. Pure; throws on bugs. */
export const asksOf = (policy: AnyPolicy, event: StoredEvent, history: readonly StoredEvent[]): readonly Ask[] => {
  return asksAfter(
    policy,
    event,
    history.reduce<unknown>((before, each) => after(policy, before, each), policy.of.initial),
  );
};

/** What an event of its stream makes of a state of the stream. Pure; throws on bugs. */
export const after = ({ of }: AnyPolicy, state: unknown, event: StoredEvent): unknown =>
  evolve(of, state, decode(of.events, event), event);

/** What a policy asks for because of an event, by the state of the event's stream right after it. Pure; throws on bugs. */
export const asksAfter = (policy: AnyPolicy, event: StoredEvent, state: unknown): readonly Ask[] =>
  declared(policy, event, policy.on[event.type]?.(decode(policy.of.events, event).data, state, event) ?? []);

/** The rows of a process that an event names. Pure; throws on bugs. */
export const rowsNamed = ({ memory }: AnyProcess, event: StoredEvent): readonly string[] => {
  const source = sourceOf(memory, event.stream);
  return source ? namedBy(memory, decode(source, event), event) : [];
};

/** What a process asks for because of an event, by its rows as they stand right after it. Pure; throws on bugs. */
export const asksOfProcess = (
  process: AnyProcess,
  event: StoredEvent,
  rowOf: (key: string) => object | undefined,
): readonly Ask[] => {
  const source = sourceOf(process.memory, event.stream);
  const react = process.react[kindOf(event.stream)]?.[event.type];
  if (!source || !react) return [];
  const { data } = decode(source, event);
  return declared(
    process,
    event,
    rowsNamed(process, event).flatMap((key) => react(rowOf(key), data, event, key)),
  );
};

/** Readers do not wait for what nobody said that it is asked for. */
const declared = (reactor: AnyReactor, { stream }: StoredEvent, asks: readonly Ask[]): readonly Ask[] => {
  const { name, asks: deciders } = reactor;
  for (const ask of asks) {
    const { kind } = ask.decider;
    rightful(reactor, stream, ask);
    if (!deciders.some((one) => one.kind === kind)) throw new CannotFollow(`${name} does not say that it asks ${kind}`);
  }
  return asks;
};

/** The occasion of the n-th thing that is asked for because of an event: the same each time, so that asking twice changes nothing. */
export const occasionOf = ({ name }: Pick<AnyReactor, 'name'>, cause: Happening, n: number): Occasion => ({
  actorId: SYSTEM.actorId,
  occurredAt: cause.recordedAt,
  commandId: uuidV5(`${name}/${String(n)}`, cause.eventId),
  correlationId: cause.correlationId,
  causationId: cause.eventId,
  source: 'system',
});
