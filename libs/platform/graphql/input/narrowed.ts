import type { Actor } from '#access';
import type { Between, Paging, Way } from '#platform/views';
import type { ListFilters, Narrowable } from './list-args.js';
import type { PageArgs } from './page-args.js';
import { paging, type Filters } from './paging.js';

/** A list, and how what it can be narrowed by is looked up. */
export interface Listed<Row, P extends string = string> extends Narrowable<P> {
  /** The field that holds each date. */
  readonly dates?: Readonly<Record<P, keyof Row & string>>;
  /** The ways in which something can wait for somebody. */
  readonly awaits?: (viewer: Actor) => readonly Way<Row>[];
}

type Asked = Readonly<Record<string, unknown>>;

const instantIn = (asked: Asked, name: string): string | undefined => {
  const value = asked[name];
  return typeof value === 'string' ? value : undefined;
};

const periodsIn = <Row, P extends string>({ dates }: Listed<Row, P>, asked: Asked): readonly Between<Row>[] =>
  Object.entries<keyof Row & string>(dates ?? {}).flatMap(([name, field]) => {
    const [from, to] = [instantIn(asked, `${name}From`), instantIn(asked, `${name}To`)];
    if (from === undefined && to === undefined) return [];
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });

/** Which page of a list is asked for, by somebody, and what it is narrowed to. */
export const narrowed = <Row, P extends string>(
  listed: Listed<Row, P>,
  args: PageArgs & ListFilters<P>,
  viewer: Actor,
  filters: Filters<Row> = {},
): Paging<Row> => ({
  ...paging(args, filters),
  between: periodsIn(listed, args as Asked),
  ...(args.awaiting && listed.awaits && { oneOf: listed.awaits(viewer) }),
  ...(args.text !== undefined && { containing: args.text }),
});
