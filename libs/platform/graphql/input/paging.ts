import type { OneOf, Paging, Where } from '#platform/views';
import type { PageArgs } from './page-args.js';

/** Filters as a list's arguments hold them: what was not asked for is undefined. */
export type Filters<Row> = {
  readonly [F in keyof Row & string]?: OneOf<Row[F]> | readonly OneOf<Row[F]>[] | undefined;
};

/** Which page of which rows, from a list's arguments and the filters among them. */
export const paging = <Row>({ first, after }: PageArgs, filters: Filters<Row> = {}): Paging<Row> => {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  return {
    first,
    ...(after !== undefined && { after }),
    // The same entries, without those that are undefined.
    where: Object.fromEntries(asked) as Where<Row>,
  };
};
