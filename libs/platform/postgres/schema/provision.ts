import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { withClient } from '../connect/with-client.js';

export interface Login {
  readonly name: string;
  readonly password: string;
}

export interface Provision {
  /** Logs in to any database of the server, as a superuser. */
  readonly superuserUrl: string;
  readonly database: string;
  /** Owns the database and its schemas; runs migrations. */
  readonly owner: Login;
  /** May do what migrations grant it. */
  readonly application: Login;
}

/** Makes the two roles and the database where they are missing; what is there stays as it is. Safe to run at once from many processes. */
export const provision = ({ superuserUrl, database, owner, application }: Provision): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    // A failed statement would otherwise be logged with its password.
    await client.query('SET log_min_error_statement = panic');
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', ['sifang provision']);
    await createRole(client, owner);
    await createRole(client, application);
    // What earlier releases let the application own can be taken over by a member of it alone.
    if (!(await isMember(client, owner, application))) {
      await client.query(`GRANT ${escapeIdentifier(application.name)} TO ${escapeIdentifier(owner.name)}`);
    }
    if (await found(client, 'SELECT 1 FROM pg_database WHERE datname = $1', database)) return;
    await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(owner.name)}`);
  });

/** Whether it is so already: on a copy that only follows nothing can be granted, and nothing has to be. */
const isMember = async (client: Client, { name }: Login, { name: of }: Login): Promise<boolean> =>
  (await client.query(`SELECT FROM pg_roles WHERE rolname = $1 AND pg_has_role(oid, $2::name, 'MEMBER')`, [name, of]))
    .rowCount === 1;

const createRole = async (client: Client, { name, password }: Login) => {
  if (await found(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', name)) return;
  await client.query(`CREATE ROLE ${escapeIdentifier(name)} LOGIN PASSWORD ${escapeLiteral(password)}`);
};

const found = async (client: Client, sql: string, name: string) => (await client.query(sql, [name])).rowCount === 1;
