import type { Catalogue } from './events.js';
import { kindOf, type Id } from './ids.js';
import type { Message } from './message.js';
import type { Happening } from './occasion.js';
import type { AnyFold, AnyView, ViewOf } from './view.js';

/** The events that a view hears of a stream; undefined when it hears none of its kind. */
export const sourceOf = ({ of }: AnyView, stream: Id): Catalogue | undefined => {
  const kind = kindOf(stream);
  return of.find((one) => one.kind === kind);
};

/** What a view does with an event of a stream; undefined when the view does not know it. */
export const foldOf = <Row extends object>(
  { on }: ViewOf<Row>,
  { stream, type }: { readonly stream: Id; readonly type: string },
): AnyFold<Row> | 'ignore' | undefined => {
  const kind = kindOf(stream);
  const folds = Object.hasOwn(on, kind) ? on[kind] : undefined;
  return folds && Object.hasOwn(folds, type) ? folds[type] : undefined;
};

/** The keys of the rows that an event is about, each once. */
export const namedBy = (view: AnyView, event: Message, at: Happening): readonly string[] => {
  const keys = view.key[kindOf(at.stream)]?.(event, at) ?? [];
  return typeof keys === 'string' ? [keys] : [...new Set(keys)];
};

/** The keys of the rows that an event changes, each once; none when the view ignores it. */
export const keysIn = (view: AnyView, event: Message, at: Happening): readonly string[] =>
  typeof foldOf(view, { stream: at.stream, type: event.type }) === 'function' ? namedBy(view, event, at) : [];

/** One row after an event that is about it. */
export const foldedRow = <Row extends object>(
  view: ViewOf<Row>,
  { event, at, key }: { readonly event: Message; readonly at: Happening; readonly key: string },
  before: Row | undefined,
): Row | undefined => {
  const fold = foldOf(view, { stream: at.stream, type: event.type });
  return typeof fold === 'function' ? fold(before, event.data, at, key) : before;
};

/** A row before and after an event. */
export interface Changed<Row> {
  readonly key: string;
  readonly before: Row | undefined;
  readonly row: Row | undefined;
}

/** What an event makes of the rows that it is about. Throws when one of them cannot be folded: then none is changed. */
export const foldedRows = <Row extends object>(
  view: ViewOf<Row>,
  event: Message,
  at: Happening,
  rowOf: (key: string) => Row | undefined,
): readonly Changed<Row>[] =>
  keysIn(view, event, at).map((key) => {
    const before = rowOf(key);
    return { key, before, row: foldedRow(view, { event, at, key }, before) };
  });

/** In place of a field: the texts of a row in which words are looked for, in the form in which they are found. */
export const SEARCHED = 'searched';

/** The fields that are looked at without the row, each once, in an order that a version of the view keeps. */
export const columnsOf = ({ indexes = [], tallied = [], lists = [], searched = [] }: AnyView): readonly string[] => [
  ...new Set([...indexes, ...tallied, ...lists, ...(searched.length > 0 ? [SEARCHED] : [])]),
];
