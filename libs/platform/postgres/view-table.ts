import type { AnyView } from '#kernel';
import type { ViewTable } from '#platform/follow';
import { escapeLiteral } from 'pg';

/** A row that is true now ends nowhere. As text, because partial indexes are only used for a literal. */
export const NOW = '9223372036854775807';

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

/** A field of the row as text, in the form that its index has. */
export const fieldText = (field: string): string => `(row ->> ${escapeLiteral(field)})`;

/**
 * One row for each version of each key: true from position `since` until before `until`. `born` is the position at which the
 * key appeared, and orders lists. Whose the row is stands beside it, so that access is a condition like any other; territory
 * paths compare byte by byte, so that a subtree is a range. Rows stand where they are, as they are, up to the size of a page:
 * compressing one costs as much as storing it, and every look at a field would undo that. So far it has only the indexes that
 * writing needs.
 */
export const createTable = (table: ViewTable): string => `
  CREATE TABLE ${tableName(table)} (
    key text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL CHECK (until > since),
    born bigint NOT NULL,
    territory text COLLATE "C" NOT NULL,
    orgs text[] COLLATE "C" NOT NULL,
    directory boolean NOT NULL,
    row jsonb NOT NULL,
    CONSTRAINT ${asideName(table.view, table.build)}_key PRIMARY KEY (key, since)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE ${tableName(table)} ALTER COLUMN row SET STORAGE EXTERNAL;
  CREATE UNIQUE INDEX ${asideName(table.view, table.build)}_now ON ${tableName(table)} (key) WHERE until = ${NOW};`;

/** What reading needs. To make them once the rows are there costs less than to keep them up row by row; made twice, they stay. */
export const createIndexes = (table: ViewTable): string => {
  const index = (name: string, on: string) =>
    `CREATE INDEX IF NOT EXISTS ${asideName(table.view, table.build)}_${name} ON ${tableName(table)} ${on} WHERE until = ${NOW};`;
  const fields = (table.view.indexes ?? []).map((field, n) =>
    index(`f${String(n)}`, `(${fieldText(field)}, born DESC, key)`),
  );
  // What a partial index knows of its expression is not used for planning: without these, every field would pass for a rare one.
  const statistics = (table.view.indexes ?? []).map(
    (field, n) =>
      `CREATE STATISTICS IF NOT EXISTS view.${asideName(table.view, table.build)}_s${String(n)} ON ${fieldText(field)} FROM ${tableName(table)};`,
  );
  return [
    index('list', '(born DESC, key)'),
    index('place', '(territory)'),
    index('orgs', 'USING gin (orgs)'),
    ...fields,
    ...statistics,
    `ANALYZE ${tableName(table)};`,
  ].join('\n');
};

export const dropTable = (name: string): string => `DROP TABLE IF EXISTS ${name};`;
