import { kindOf, type Field, type Id, type Shape, type StateReader, type Streams } from '#kernel';

/** An id in the data of a command, and where it stands there. */
export interface Reference {
  readonly id: Id;
  /** The part of the thing that is meant, by its name. */
  readonly part?: string;
  readonly path: readonly string[];
}

/** The ids that data of this shape holds. What a resolver made of the input beyond its shape is the decider's own to look up. */
export const referencesIn = (shape: Shape, data: unknown, path: readonly string[] = []): readonly Reference[] =>
  Object.entries(shape).flatMap(([name, field]) => [
    ...inField(field, valueOf(data, name), [...path, name]),
    ...partIn(field, data, [...path, name]),
  ]);

/** A name of a part, and the id beside it that says of what. */
const partIn = ({ within }: Field, data: unknown, path: readonly string[]): readonly Reference[] => {
  const [id, part] = [within && valueOf(data, within), valueOf(data, path.at(-1) ?? '')];
  // The input was checked: a text in such a place is an id.
  return typeof id === 'string' && typeof part === 'string' ? [{ id: id as Id, part, path }] : [];
};

const valueOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;

const inField = (field: Field, value: unknown, path: readonly string[]): readonly Reference[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown, index) => inValue(field, one, [...path, String(index)]))
    : inValue(field, value, path);

const inValue = ({ holds }: Field, value: unknown, path: readonly string[]): readonly Reference[] => {
  if (holds.is === 'part') return referencesIn(holds.of.fields, value, path);
  // The input was checked: a text in such a place is an id.
  return holds.is === 'id' && typeof value === 'string' ? [{ id: value as Id, path }] : [];
};

/** Where the first of these stands that leads to nothing, or to nothing that the reader may see. */
export const leadingNowhere = async (
  references: readonly Reference[],
  streams: Streams,
  read: StateReader,
): Promise<readonly string[] | undefined> => {
  const found = await Promise.all(
    references.map(async ({ id, part, path }) => {
      const of = streams.get(kindOf(id));
      if (!of) return undefined;
      const state = await read.state(of, id);
      const isThere = of.seenBy(state) !== undefined && (part === undefined || of.namesOf?.(state).includes(part));
      return isThere ? undefined : path;
    }),
  );
  return found.find((path) => path !== undefined);
};
