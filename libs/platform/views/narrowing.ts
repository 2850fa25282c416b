/** One value of a field, or of those that a field holds several of. */
export type OneOf<V> = V extends readonly (infer Item)[] ? Item : V;

/** Equality on fields that the view declares in `indexes` or `lists`; several fields together narrow. */
export type Where<Row> = {
  readonly [F in keyof Row & string]?: OneOf<Row[F]> | readonly OneOf<Row[F]>[];
};

/** Instants of a field in [from, to); the view declares the field in `indexes` or `tallied`. */
export interface Between<Row> {
  readonly field: keyof Row & string;
  readonly from?: string;
  readonly to?: string;
  /** Turns it round: instants outside of it, and rows that have none. */
  readonly outside?: boolean;
}

/** A way to be meant, unless any of something else is so. */
export interface Way<Row> {
  readonly where: Where<Row>;
  readonly unless?: readonly Where<Row>[];
}

/** Which rows of a view are meant: those that meet all of this. */
export interface Narrowing<Row> {
  readonly where?: Where<Row>;
  readonly between?: readonly Between<Row>[];
  /** Any of these ways to be meant is enough; no way is none. */
  readonly oneOf?: readonly Way<Row>[];
  /** A text that stands in one of the fields that the view declares in `searched`, in either script, in capitals or not. */
  readonly containing?: string;
}

export interface Paging<Row> extends Narrowing<Row> {
  /** 1 to 100; the GraphQL layer refuses more. */
  readonly first: number;
  /** Exclusive; a cursor from an earlier page, as text. */
  readonly after?: string;
}

/** Beyond this many, rows are not counted. */
export const MOST_COUNTED = 10_000;
