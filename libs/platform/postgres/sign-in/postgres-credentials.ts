import { idOf, uuidOf, type Id } from '#kernel';
import { isName, type Credential, type Credentials } from '#platform/sign-in';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface CredentialLine extends QueryResultRow {
  readonly account: string;
  readonly name: string;
  readonly secret: string | null;
  readonly must_change: boolean;
  readonly locked_until: Date | null;
}

const FIELDS = 'account, name, secret, must_change, locked_until';

const credentialOf = (line: CredentialLine): Credential => ({
  account: idOf('account', line.account),
  name: line.name,
  secret: line.secret ?? undefined,
  mustChange: line.must_change,
  lockedUntil: line.locked_until ?? undefined,
});

/** Credentials in PostgreSQL. */
export class PostgresCredentials implements Credentials {
  constructor(private readonly ask: OneQuery) {}

  async named(name: string): Promise<Credential | undefined> {
    // What cannot be a name, nobody has: some of it PostgreSQL would not even take.
    if (!isName(name)) return undefined;
    const sql = `SELECT ${FIELDS} FROM sign_in.credential WHERE name = $1`;
    return (await this.ask<CredentialLine>(sql, [name])).map(credentialOf)[0];
  }

  async of(account: Id<'account'>): Promise<Credential | undefined> {
    const sql = `SELECT ${FIELDS} FROM sign_in.credential WHERE account = $1`;
    return (await this.ask<CredentialLine>(sql, [uuidOf(account)])).map(credentialOf)[0];
  }

  async all(): Promise<readonly Credential[]> {
    return (await this.ask<CredentialLine>(`SELECT ${FIELDS} FROM sign_in.credential ORDER BY name`, [])).map(
      credentialOf,
    );
  }

  async add({ account, name, secret, mustChange }: Omit<Credential, 'lockedUntil'>, now: Date): Promise<boolean> {
    const added = await this.ask(
      `INSERT INTO sign_in.credential (account, name, secret, must_change, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING account`,
      [uuidOf(account), name, secret ?? null, mustChange, now],
    );
    return added.length === 1;
  }

  async change(
    account: Id<'account'>,
    { secret, mustChange }: Pick<Credential, 'secret' | 'mustChange'>,
    now: Date,
  ): Promise<void> {
    await this.ask(
      `UPDATE sign_in.credential SET secret = $2, must_change = $3, changed_at = $4, locked_until = NULL WHERE account = $1`,
      [uuidOf(account), secret ?? null, mustChange, now],
    );
  }

  async lock(account: Id<'account'>, until: Date): Promise<void> {
    await this.ask('UPDATE sign_in.credential SET locked_until = $2 WHERE account = $1', [uuidOf(account), until]);
  }
}
