import { accountOf } from '#contexts/grants';
import type { CastPerson } from '#platform/identity';
import { openPool, PostgresCredentials, queryPool } from '#platform/postgres';
import { comparableName, oneTimePassword, Passwords, type Credentials } from '#platform/sign-in';
import { withDatabase } from '../with-database.js';
import { SIGNING_IN } from './story/accounts.js';

/** Somebody of the cast, and what they sign in with. */
interface Shown {
  readonly name: string;
  readonly role: string;
  readonly person: string;
  readonly password: string;
}

const nameOf = ({ name }: CastPerson): string => comparableName(name.en.replaceAll(' ', '.'));

/**
 * A password for everybody of the story who has none yet. They are random, and keep: whoever loads the demo is all of these people.
 */
export const givePasswords = async (credentials: Credentials, now: Date): Promise<readonly Shown[]> => {
  const passwords = new Passwords();
  const shown: Shown[] = [];
  for (const person of SIGNING_IN) {
    const account = accountOf(person.id);
    if (await credentials.of(account)) continue;
    const [name, password] = [nameOf(person), oneTimePassword()];
    const secret = await passwords.secretOf(password);
    const isNew = await credentials.add({ account, name, secret, mustChange: false }, now);
    if (isNew) shown.push({ name, role: person.as, person: person.name.zh, password });
  }
  return shown;
};

/** The same in the database of the server whose data are in this folder. */
export const demoPasswords = (dataDirectory: string): Promise<readonly Shown[]> =>
  withDatabase(
    async ({ applicationUrl }) => {
      const pool = openPool({ url: applicationUrl, name: 'demo', max: 1 });
      try {
        return await givePasswords(new PostgresCredentials(queryPool(pool)), new Date());
      } finally {
        await pool.end();
      }
    },
    { ...process.env, DATA_DIR: dataDirectory },
  );
