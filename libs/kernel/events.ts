import { z } from 'zod';
import type { Message } from './message.js';
import type { Text } from './text.js';

/** What one event type holds: its name in words, its newest shape, and how older shapes become it. */
export interface Fact<T = unknown> {
  readonly title: Text;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** From version n to n + 1, by n. An old event keeps its name and its bytes; only its reading changes. */
  readonly upgrade: Readonly<Record<number, (old: unknown) => unknown>>;
}

/** Every fact that a stream of one kind can hold. */
export interface Catalogue<
  D extends Readonly<Record<string, Fact>> = Readonly<Record<string, Fact>>,
  K extends string = string,
> {
  readonly kind: K;
  readonly facts: D;
}

/** The union of a catalogue's events, as messages. */
export type EventOf<C> =
  C extends Catalogue<infer D>
    ? { [T in keyof D & string]: { readonly type: T; readonly data: D[T] extends Fact<infer V> ? V : never } }[keyof D &
        string]
    : never;

/** One event type: its name in both languages and the shape of its data. */
export const fact = <S extends z.ZodRawShape>(
  en: string,
  zh: string,
  shape: S,
  older: { version?: number; upgrade?: Fact['upgrade'] } = {},
): Fact<z.output<z.ZodObject<S>>> => ({
  title: { en, zh },
  version: older.version ?? 1,
  schema: z.strictObject(shape),
  upgrade: older.upgrade ?? {},
});

/** Declares the facts of one kind of stream. Add one here; the compiler lists what else it needs. */
export const eventsOf = <const K extends string, const D extends Readonly<Record<string, Fact>>>(
  kind: K,
  facts: D,
): Catalogue<D, K> => ({ kind, facts });

/** An event that this build does not know: a later release wrote it, or it belongs elsewhere. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`cannot read event ${type} version ${String(version)}`);
  }
}

/**
 * Reads stored data as the newest shape of its type: upgrades step by step, then checks it.
 * Throws UnknownEvent for a type or a version that the catalogue does not have.
 */
export const decode = <D extends Readonly<Record<string, Fact>>>(
  catalogue: Catalogue<D>,
  stored: { readonly type: string; readonly schemaVersion: number; readonly data: unknown },
): Message => {
  const known = Object.hasOwn(catalogue.facts, stored.type) ? catalogue.facts[stored.type] : undefined;
  if (!known || stored.schemaVersion > known.version) throw new UnknownEvent(stored.type, stored.schemaVersion);
  let data = stored.data;
  for (let version = stored.schemaVersion; version < known.version; version++) {
    const step = known.upgrade[version];
    if (!step) throw new UnknownEvent(stored.type, stored.schemaVersion);
    data = step(data);
  }
  return { type: stored.type, data: known.schema.parse(data) };
};
