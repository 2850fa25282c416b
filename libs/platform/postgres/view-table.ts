import type { AnyView } from '#kernel';
import { escapeLiteral } from 'pg';

/** A row that is true now ends nowhere. As text, because partial indexes are only used for a literal. */
export const NOW = '9223372036854775807';

/** A view's table. View names are short snake_case, checked when they are registered. */
export const tableName = (view: Named): string => `view.${plainName(view)}`;

type Named = Pick<AnyView, 'name' | 'version'>;

const plainName = ({ name, version }: Named): string => `${name}_v${String(version)}`;

/** A field of the row as text, in the form that its index has. */
export const fieldText = (field: string): string => `(row ->> ${escapeLiteral(field)})`;

/**
 * One row for each version of each key: true from position `since` until before `until`. `born` is the position at which the
 * key appeared, and orders lists. Whose the row is stands beside it, so that access is a condition like any other; territory
 * paths compare byte by byte, so that a subtree is a range.
 */
export const createTable = (view: AnyView): string => {
  const table = tableName(view);
  const index = (name: string, on: string) =>
    `CREATE INDEX ${plainName(view)}_${name} ON ${table} ${on} WHERE until = ${NOW};`;
  const fields = (view.indexes ?? []).map((field, n) =>
    index(`f${String(n)}`, `(${fieldText(field)}, born DESC, key)`),
  );
  return `
    CREATE TABLE ${table} (
      key text COLLATE "C" NOT NULL,
      since bigint NOT NULL,
      until bigint NOT NULL CHECK (until > since),
      born bigint NOT NULL,
      territory text COLLATE "C" NOT NULL,
      orgs text[] COLLATE "C" NOT NULL,
      directory boolean NOT NULL,
      row jsonb NOT NULL,
      PRIMARY KEY (key, since)
    );
    CREATE UNIQUE INDEX ${plainName(view)}_now ON ${table} (key) WHERE until = ${NOW};
    ${index('list', '(born DESC, key)')}
    ${index('place', '(territory)')}
    ${index('orgs', 'USING gin (orgs)')}
    ${fields.join('\n')}`;
};

export const dropTable = (view: Named): string => `DROP TABLE IF EXISTS ${tableName(view)};`;
