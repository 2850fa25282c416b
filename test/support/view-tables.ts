import { columnsOf } from '#kernel';
import type { ViewTable } from '#platform/follow';
import { query } from './query.js';

/** Makes the tables of a build as the program does: with its rows before its indexes. */
export const makeTable = async (
  url: string,
  { view, build }: ViewTable,
  fill: () => Promise<unknown>,
): Promise<void> => {
  const named = [view.name, view.version, build];
  const { indexes = [], lists = [] } = view;
  await query(url, 'SELECT view.create_table($1, $2, $3, $4)', [...named, columnsOf(view)]);
  await fill();
  await query(url, 'SELECT view.create_indexes($1, $2, $3, $4, $5)', [...named, indexes, lists]);
};

/** Lets readers see a build. */
export const showTable = async (url: string, { view, build }: ViewTable): Promise<void> => {
  await query(url, 'SELECT view.serve_table($1, $2, $3)', [view.name, view.version, build]);
};
