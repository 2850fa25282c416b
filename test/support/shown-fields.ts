import { isDeepStrictEqual } from 'node:util';
import { foldedRows, type AnyView, type Catalogue, type Id, type Message, type Part, type ViewOf } from '#kernel';
import { aHappening, valuesOf } from '#kernel/testing';
import fc from 'fast-check';
import { z } from 'zod';

/** A view, the type by which its rows are shown, and what they are shown as where that differs. */
export interface ShownView {
  readonly view: AnyView;
  readonly part: Part;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each view has rows of its own
  readonly show?: (row: any) => object;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where fields stand in data: `measures.*.cause`. A list counts as what it holds. */
const pathsIn = (schema: unknown, at: string): readonly string[] => {
  if (!isFields(schema)) return [at];
  const { properties, items, anyOf } = schema;
  if (isFields(properties)) {
    return Object.entries(properties).flatMap(([name, one]) => pathsIn(one, at === '' ? name : `${at}.${name}`));
  }
  if (isFields(items)) return pathsIn(items, `${at}.*`);
  const others = Array.isArray(anyOf) ? anyOf.filter((one) => isFields(one) && one['properties']) : [];
  return others.length > 0 ? [...new Set(others.flatMap((one) => pathsIn(one, at)))] : [at];
};

/** Every field of every event of a kind. */
export const fieldsOf = ({ facts }: Catalogue): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(facts).map(([type, { schema }]) => [
      type,
      pathsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '').filter((path) => path !== ''),
    ]),
  );

const at = (value: unknown, [head, ...rest]: readonly string[]): unknown => {
  if (head === undefined) return value;
  if (head === '*') return Array.isArray(value) ? at(value[0], rest) : undefined;
  return isFields(value) ? at(value[head], rest) : undefined;
};

const withAt = (value: unknown, [head, ...rest]: readonly string[], put: unknown): unknown => {
  if (head === undefined) return put;
  if (head === '*') return Array.isArray(value) ? value.with(0, withAt(value[0], rest, put)) : value;
  return isFields(value) ? { ...value, [head]: withAt(value[head], rest, put) } : value;
};

/** A row without what is merely kept. */
const shownOf = ({ fields }: Part, row: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { holds }]) => holds.is !== 'kept' && row[name] !== undefined)
      .map(([name, { holds }]) => {
        const value = row[name];
        if (holds.is !== 'part') return [name, value];
        return [
          name,
          Array.isArray(value)
            ? value.map((one) => shownOf(holds.of, one as Fields))
            : shownOf(holds.of, value as Fields),
        ];
      }),
  );

/** The rows of any view are objects. */
const rowsOf = (view: AnyView) => view as ViewOf<object>;

const rowsAfter = ({ view, part, show = (row: object) => row }: ShownView, stream: Id, events: readonly Message[]) => {
  const rows = new Map<string, object>();
  events.forEach((event, index) => {
    for (const { key, row } of foldedRows(rowsOf(view), event, aHappening(stream, index), (one) => rows.get(one))) {
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  });
  return [...rows].map(([key, row]) => [key, shownOf(part, show(row) as Fields)]);
};

/** Whether a row looks otherwise when one event of a history says something else. */
const differs = (
  views: readonly ShownView[],
  stream: Id,
  [one, other]: readonly [readonly Message[], readonly Message[]],
) =>
  views.some((view) => {
    try {
      return !isDeepStrictEqual(rowsAfter(view, stream, one), rowsAfter(view, stream, other));
    } catch {
      // Most made-up histories are none that a decision would bring about.
      return false;
    }
  });

const TRIALS = 4_000;
/** Nearly all that is shown shows within so many. */
const SOON = 100;
/** How many made-up events of a type there are to draw from. */
const SAMPLES = 60;

/** Two histories that differ in what one field of the last event says. */
interface Trial {
  readonly before: readonly Message[];
  readonly event: Message;
  readonly other: Message;
}

type Samples = ReadonlyMap<string, readonly Message[]>;

const samplesOf = ({ facts }: Catalogue): Samples =>
  new Map(
    Object.entries(facts).map(([type, { schema }]) => [
      type,
      fc.sample(valuesOf(schema), { numRuns: SAMPLES, seed: 13 }).map((data): Message => ({ type, data })),
    ]),
  );

/** Histories of a kind, which begin with what its streams begin with, and end with an event of a type. */
const trialsOf = (samples: Samples, type: string): readonly Trial[] => {
  const [opening = [], ...others] = [...samples.values()];
  const any = [opening, ...others].flat();
  const own = fc.constantFrom(...(samples.get(type) ?? []));
  const course = fc.array(fc.constantFrom(...any), { maxLength: 9 });
  const before = fc.tuple(fc.constantFrom(...opening), course).map(([first, rest]) => [first, ...rest]);
  const trial = fc.record({ before: opening[0]?.type === type ? fc.constant([]) : before, event: own, other: own });
  return fc.sample(trial, { numRuns: TRIALS, seed: 7 });
};

const tellsApart = (views: readonly ShownView[], stream: Id, { before, event, other }: Trial, field: string) => {
  const path = field.split('.');
  const [said, instead] = [at(event.data, path), at(other.data, path)];
  if (said === undefined || isDeepStrictEqual(said, instead)) return false;
  const changed = { ...event, data: withAt(event.data, path, instead) };
  return differs(views, stream, [
    [...before, event],
    [...before, changed],
  ]);
};

/**
 * The fields of events of a kind that no row shows, whatever they say: each as `Type field`. What is known not to be shown need not
 * be tried for long.
 */
export const unshownFields = (
  catalogue: Catalogue,
  views: readonly ShownView[],
  isKnown: (field: string) => boolean = () => false,
): readonly string[] => {
  const heard = views.filter(({ view }) => view.of.some(({ kind }) => kind === catalogue.kind));
  const stream: Id = `${catalogue.kind}-00000000-0000-4000-8000-00000000000a`;
  const samples = samplesOf(catalogue);
  return [...fieldsOf(catalogue)].flatMap(([type, fields]) => {
    const shownBy = (trials: readonly Trial[]) => (field: string) =>
      trials.some((trial) => tellsApart(heard, stream, trial, field));
    const all = trialsOf(samples, type);
    const [soon, late] = [shownBy(all.slice(0, SOON)), shownBy(all.slice(SOON))];
    const unshown = (field: string) => !soon(field) && (isKnown(`${type} ${field}`) || !late(field));
    return fields.filter(unshown).map((field) => `${type} ${field}`);
  });
};
