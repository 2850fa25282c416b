import type { Catalogue } from './events.js';
import type { DataOf, Message } from './message.js';
import type { Happening } from './occasion.js';
import type { Owner, TerritoryPath } from './owner.js';

/** How one event changes one row: the row after it, or undefined when there is none any more. */
export type Fold<Row, Data> = (row: Row | undefined, data: Data, at: Happening) => Row | undefined;

/**
 * A read model: a pure fold from events to rows. The platform stores the rows, each with the range of positions in which it
 * was true and with its owner, so that "as of" and "who may see" are the same for every view.
 */
export interface View<Row extends object = object, E extends Message = Message> {
  /** Table name: snake_case noun. */
  readonly name: string;
  /** Raise it when the fold changes; the view is built anew. */
  readonly version: number;
  readonly of: Catalogue;
  /** The row that an event is about; most often the stream. */
  readonly key: (event: E, at: Happening) => string;
  /** Whose the row is; 'directory' is for what every signed-in user may look up, such as the names of places. */
  readonly owner: 'directory' | ((row: Row) => Owner);
  /** Whether this row stands for its stream: it answers who may see the stream, and what it is called. */
  readonly subject?: {
    readonly label: (row: Row) => string;
    /** The kind of its keys where they are not the streams themselves, such as posts on an organisation's stream. */
    readonly kind?: string;
    /** Where a territory lies, for the view that stands for territories: what lists are narrowed to. */
    readonly path?: (row: Row) => TerritoryPath;
  };
  /** Fields that lists filter by. */
  readonly indexes?: readonly (keyof Row & string)[];
  /** Further fields that tallies group by, count or bound. */
  readonly tallied?: readonly (keyof Row & string)[];
  /** Every event of the source: a fold, or 'ignore'. */
  readonly on: { readonly [T in E['type']]: Fold<Row, DataOf<E, T>> | 'ignore' };
}

/** Any view, for code that only stores it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: folds are contravariant in the row
export type AnyView = View<any, any>;

/** A view of these rows, whatever its events, for code that only reads it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: `key` and folds are contravariant in the event
export type ViewOf<Row extends object> = View<Row, any>;

/** The key of the row that an event changes, or undefined when the view ignores it. */
export const keyIn = (view: AnyView, event: Message, at: Happening): string | undefined => {
  const fold = Object.hasOwn(view.on, event.type) ? view.on[event.type] : 'ignore';
  return fold === 'ignore' || fold === undefined ? undefined : view.key(event, at);
};

/** The row after one more event that concerns it. */
export const folded = <Row extends object>(
  view: View<Row>,
  row: Row | undefined,
  event: Message,
  at: Happening,
): Row | undefined => {
  const fold = view.on[event.type];
  return typeof fold === 'function' ? fold(row, event.data, at) : row;
};

/** The fields that are looked at without the row, each once, in an order that a version of the view keeps. */
export const columnsOf = ({ indexes = [], tallied = [] }: AnyView): readonly string[] => [
  ...new Set([...indexes, ...tallied]),
];
