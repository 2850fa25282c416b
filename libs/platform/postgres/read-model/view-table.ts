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

/** Rows stay where they are, as they are, up to the size of a page: compressing one costs as much as storing it, and is undone by every look. */
const createOne = (name: string, view: AnyView, more: string): string => `
  CREATE TABLE ${name} (
    key text COLLATE "C" NOT NULL, since bigint NOT NULL, born bigint NOT NULL,
    territory text COLLATE "C" NOT NULL, orgs text[] COLLATE "C" NOT NULL, directory boolean NOT NULL, row text NOT NULL,
    ${columnsOf(view)
      .map((field) => `${columnOf(field)} text COLLATE "C",`)
      .join(' ')}
    ${more}
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE ${name} ALTER COLUMN row SET STORAGE EXTERNAL, ALTER COLUMN row SET STATISTICS 0;`;

/**
 * One row for each key, true from position `since` on, and one for each version that ended, true until before `until`. `born` is
 * the position at which the key appeared, and orders lists. The row itself is JSON as its fold made it: the server never takes it
 * apart. What it is looked up by stands beside it, and so does whose it is, so that access is a condition like any other;
 * territory paths compare byte by byte, so that a subtree is a range. So far there are only the indexes that writing needs.
 */
export const createTable = (table: ViewTable): string => {
  const [name, { view }] = [tableName(table), table];
  return (
    createOne(name, view, `CONSTRAINT ${asideName(view, table.build)}_key PRIMARY KEY (key)`) +
    createOne(pastOf(name), view, 'until bigint NOT NULL CHECK (until > since)') +
    `CREATE TABLE ${reachOf(name)} (
       scope text COLLATE "C" NOT NULL, born_at bigint NOT NULL, row_key text COLLATE "C" NOT NULL);`
  );
};

/** What reading needs. To make them once the rows are there costs less than to keep them up row by row; made twice, they stay. */
export const createIndexes = (table: ViewTable): string => {
  const [name, aside] = [tableName(table), asideName(table.view, table.build)];
  const [past, reach] = [pastOf(name), reachOf(name)];
  const index = (suffix: string, on: string, of = name) =>
    `CREATE INDEX IF NOT EXISTS ${aside}_${suffix} ON ${of} ${on};`;
  const fields = (table.view.indexes ?? []).map((field, n) =>
    index(`f${String(n)}`, `(${columnOf(field)}, born DESC, key)`),
  );
  const lists = (table.view.lists ?? []).map((field, n) =>
    index(`l${String(n)}`, `USING gin ((${columnOf(field)}::jsonb))`),
  );
  return [
    index('list', '(born DESC, key)'),
    index('place', '(territory)'),
    index('orgs', 'USING gin (orgs)'),
    ...fields,
    ...lists,
    `CREATE UNIQUE INDEX IF NOT EXISTS ${aside}_past_key ON ${past} (key, since);`,
    // Which versions were true at a moment is known here, without a look at the rows.
    index('past_list', '(born DESC, key, since, until)', past),
    // A row that was folded twice is there twice, which does no harm.
    index('reach_list', '(scope, born_at DESC, row_key)', reach),
    `ANALYZE ${name}, ${past}, ${reach};`,
  ].join('\n');
};

/** Removes what was kept ahead of a step that never came. */
export const forgetEnded = (table: ViewTable, at: bigint): string =>
  `DELETE FROM ${pastOf(tableName(table))} WHERE until > ${String(at)}`;

/** Gives the room of rows that are gone to those that come. */
export const sweep = (table: ViewTable): string => `VACUUM (TRUNCATE false) ${tableName(table)}`;

export const dropTable = (name: string): string =>
  `DROP TABLE IF EXISTS ${TABLES.map((suffix) => name + suffix).join(', ')};`;
