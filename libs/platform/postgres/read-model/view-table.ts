import { columnsOf, type AnyView } from '#kernel';
import type { OwnedRow, ViewTable } from '#platform/follow';

type Named = Pick<AnyView, 'name' | 'version'>;

/** Names are short snake_case, checked when views are registered. */
export const viewVersion = ({ name, version }: Named): string => `${name}_v${String(version)}`;

/** The table of a view that is read: whichever that is, it has this name. */
export const servingTable = (view: Named): string => `view.${viewVersion(view)}`;

/** The name of a table while it is not the one that is read. */
export const asideName = (view: Named, build: number): string => `${viewVersion(view)}_b${String(build)}`;

/** Where the rows of a table are now. */
export const tableName = ({ view, build, state }: ViewTable): string =>
  state === 'serving' ? servingTable(view) : `view.${asideName(view, build)}`;

/** Beside each table stands another, with the versions that ended: who looks at the present does not pass through history. */
export const pastOf = (name: string): string => `${name}_past`;

/** And one with every scope that some version of a row could be found under: lists of any size are read from their newest end. */
export const reachOf = (name: string): string => `${name}_reach`;

/** All tables of a view, as what follows its name, in the order in which readers take them. */
export const TABLES: readonly string[] = [reachOf(''), '', pastOf('')];

/** The column of a field; the names of fields are checked when views are registered. */
export const columnOf = (field: string): string => `"f_${field}"`;

/** The columns that both tables of a view have, in the order in which everything writes them. */
export const columnsIn = (view: AnyView): readonly string[] => [
  ...['key', 'since', 'born', 'territory', 'orgs', 'directory', 'row'],
  ...columnsOf(view).map(columnOf),
];

/** Whose a row is, as columns say it: a directory lies in no territory, and is nobody's. */
export const placeOf = ({ owner }: OwnedRow) => (owner === 'directory' ? { territory: '', orgs: [] } : owner);

/** Removes what was kept ahead of a step that never came. */
export const forgetEnded = (table: ViewTable, at: bigint): string =>
  `DELETE FROM ${pastOf(tableName(table))} WHERE until > ${String(at)}`;

/** Gives the room of rows that are gone to those that come. */
export const sweep = (table: ViewTable): string => `VACUUM (TRUNCATE false) ${tableName(table)}`;
