import { columnsOf, type AnyView } from '#kernel';
import type { ViewTable } from '#platform/follow';
import type { Connection } from '../connect/connection.js';

type Build = Pick<ViewTable, 'build'> & { readonly view: Pick<AnyView, 'name' | 'version'> };

const built = ({ view, build }: Build) => [view.name, view.version, build];

/** Makes the empty tables of a build, by a function of their owner's: the application's role owns no table, and makes none itself. */
export const createTable = async (connection: Connection, table: ViewTable): Promise<void> => {
  await connection.query('SELECT view.create_table($1, $2, $3, $4)', [...built(table), columnsOf(table.view)]);
};

/** Makes the indexes that reading needs, however long that takes. */
export const createIndexes = (connection: Connection, table: ViewTable): Promise<void> => {
  const { indexes = [], lists = [] } = table.view;
  return connection.patient('SELECT view.create_indexes($1, $2, $3, $4, $5)', [...built(table), indexes, lists]);
};

/** Lets readers see a build from now on, inside the caller's transaction. */
export const serveTable = async (connection: Connection, table: Build): Promise<void> => {
  await connection.query('SELECT view.serve_table($1, $2, $3)', built(table));
};

/** Removes a build with its line and the streams that wait in it. */
export const dropTable = async (connection: Connection, table: Build): Promise<void> => {
  await connection.query('SELECT view.drop_table($1, $2, $3)', built(table));
};
