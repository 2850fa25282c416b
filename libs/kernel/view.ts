import type { Closed } from './closed.js';
import type { Catalogue, EventOf } from './events.js';
import type { Happening } from './occasion.js';
import type { Owner, TerritoryPath } from './owner.js';
import type { Text } from './text.js';

/**
 * How one event changes one row: the row after it, or undefined when there is none any more. `key` says which row it is, for events
 * that change several.
 */
export type Fold<Row, Data, K extends string = string> = (
  row: Row | undefined,
  data: Data,
  at: Happening<K>,
  key: string,
) => Row | undefined;

/** The row that an event is about, or several of them. */
export type Keys = string | readonly string[];

/** The kinds of stream that a view hears. */
export type Sources = readonly Catalogue[];

/** What a view says of its rows, whatever it hears. */
interface Rows<Row extends object> {
  /** The name of the table, a noun in snake_case. */
  readonly name: string;
  /** Raise it when the fold changes; the view is built anew. */
  readonly version: number;
  /** Whose the row is; 'directory' is for what every signed-in user may look up, such as the names of places. */
  readonly owner: 'directory' | ((row: Row) => Owner);
  /** Its rows are entries of who there is: administrators see all of them. */
  readonly register?: true;
  /** What is kept from most who see its rows, and to whom it is shown. */
  readonly closed?: Closed<Row>;
  /** Whether this row stands for its stream: it answers who may see the stream, and what it is called. */
  readonly subject?: {
    /** In both languages; what has only one name answers it in both. */
    readonly label: (row: Row) => Text;
    /** The kind of its keys where it hears several kinds, or where keys are not streams, such as posts of an organisation. */
    readonly kind?: string;
    /** Where a territory lies, for the view that stands for territories: what lists are narrowed to. */
    readonly path?: (row: Row) => TerritoryPath;
  };
  /** Fields that lists filter by. */
  readonly indexes?: readonly (keyof Row & string)[];
  /** Fields that hold several values, of which lists filter by any one. */
  readonly lists?: readonly (keyof Row & string)[];
  /** Fields in whose text lists look for words; sealed ones hold nothing that could be found. */
  readonly searched?: readonly (keyof Row & string)[];
  /** Those of them that are names: they are found by their pinyin initials, too. */
  readonly named?: readonly (keyof Row & string)[];
  /** Further fields that tallies group by, count or bound. */
  readonly tallied?: readonly (keyof Row & string)[];
}

/** A fold, or 'ignore', for every event of a kind. */
type FoldsOf<Row, C extends Catalogue> = {
  readonly [E in EventOf<C> as E['type']]: Fold<Row, E['data'], C['kind']> | 'ignore';
};

/** Names the rows that an event of a kind changes; most often the one of its stream. */
type KeyOf<C extends Catalogue> = (event: EventOf<C>, at: Happening<C['kind']>) => Keys;

/**
 * A read model: a pure fold from events of one or several kinds to rows. Each row depends on its own past and the events alone, never
 * on other rows. The platform stores the rows, each with the range of positions in which it was true and with its owner, so that "as
 * of" and "who may see" are the same for every view.
 */
export interface View<Row extends object, S extends Sources> extends Rows<Row> {
  readonly of: S;
  /** The rows that an event changes, by the kind of its stream. */
  readonly key: { readonly [C in S[number] as C['kind']]: KeyOf<C> };
  /** Every event of every source, by kind. */
  readonly on: { readonly [C in S[number] as C['kind']]: FoldsOf<Row, C> };
}

/** A view of these rows, whatever its events, for code that only stores or reads it. */
export interface ViewOf<Row extends object> extends Rows<Row> {
  readonly of: Sources;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: keys are contravariant in the event
  readonly key: Readonly<Record<string, (event: any, at: any) => Keys>>;
  readonly on: Readonly<Record<string, Readonly<Record<string, AnyFold<Row> | 'ignore'>>>>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: folds are contravariant in data and circumstances
export type AnyFold<Row> = (row: Row | undefined, data: any, at: any, key: string) => Row | undefined;

/** Any view, for code that only stores it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: folds are contravariant in the row
export type AnyView = ViewOf<any>;

/** Folds that do the same thing more to each row that they make. */
export const eachThen = <Row, F extends object>(folds: F, more: (row: Row) => Row): F => {
  const entries = Object.entries(folds as Readonly<Record<string, AnyFold<Row> | 'ignore'>>).map(
    ([type, fold]): [string, AnyFold<Row> | 'ignore'] => {
      if (fold === 'ignore') return [type, fold];
      const then: AnyFold<Row> = (row, data, at, key) => {
        const now = fold(row, data, at, key);
        return now && more(now);
      };
      return [type, then];
    },
  );
  // The same names, each with a fold of the same data.
  return Object.fromEntries(entries) as F;
};

/** A view that hears one kind, with that kind left out of what it says. */
interface SingleView<Row extends object, C extends Catalogue> extends Rows<Row> {
  readonly of: C;
  readonly key: KeyOf<C>;
  readonly on: FoldsOf<Row, C>;
}

/** Declares a view that hears one kind of stream. */
export const viewOf = <Row extends object, C extends Catalogue>({
  of,
  key,
  on,
  ...rows
}: SingleView<Row, C>): View<Row, readonly [C]> => ({
  ...rows,
  of: [of],
  // One kind is all kinds there are.
  key: { [of.kind]: key } as View<Row, readonly [C]>['key'],
  on: { [of.kind]: on } as View<Row, readonly [C]>['on'],
});
