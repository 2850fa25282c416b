import { SYSTEM } from '#access';
import type { ViewOf } from '#kernel';
import type { Views } from '#platform/views';
import DataLoader from 'dataloader';
import { looking } from '../input/looking.js';
import type { GraphqlContext } from '../server/context.js';

type Loader<Row> = DataLoader<string, Row | null>;

const loaders = new WeakMap<GraphqlContext, Map<string, Loader<unknown>>>();

/**
 * Rows of a view that one request shows beside other things: one query for all that are asked for together, today or as of a moment.
 * Whoever may see the other things is shown them, whoever may see the rows.
 */
export const rowsIn = <Row extends object>(
  context: GraphqlContext,
  views: Pick<Views, 'many'>,
  view: ViewOf<Row>,
  asOf = '',
): Loader<Row> => {
  const known = loaders.get(context) ?? new Map<string, Loader<unknown>>();
  loaders.set(context, known);
  const name = `${view.name} ${asOf}`;
  const loader = known.get(name) ?? loaderOf(views, view, asOf);
  known.set(name, loader);
  // A view's name says whose rows they are.
  return loader as Loader<Row>;
};

const loaderOf = <Row extends object>(views: Pick<Views, 'many'>, view: ViewOf<Row>, asOf: string): Loader<Row> => {
  const how = looking(SYSTEM, asOf === '' ? {} : { asOf });
  return new DataLoader<string, Row | null>(async (keys) => {
    const rows = await views.many(view, keys, how);
    return keys.map((key) => rows.get(key) ?? null);
  });
};
