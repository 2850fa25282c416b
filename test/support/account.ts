import { accountOf } from '#contexts/grants';
import type { Role } from '#kernel';
import { CAST, CAST_ORGANISATIONS } from '#platform/identity';
import { openPool, PostgresCredentials, queryPool } from '#platform/postgres';
import { Passwords } from '#platform/sign-in';
import type { RunningApi } from './running-api.js';

const clerk = CAST.find(({ as }) => as === 'unit');

/** Gives the clerk of the first unit an account, with this name and password, and the role of the unit there. */
export const clerkWithAccount = async (
  api: RunningApi,
  { name, password, role = 'unit' }: { readonly name: string; readonly password: string; readonly role?: Role },
): Promise<void> => {
  if (!clerk) throw new Error('the cast has no clerk');
  await api.tell('admin', 'addAccount', { personId: clerk.id });
  const orgId = CAST_ORGANISATIONS.unit1.id;
  const reason = 'Reports for the station';
  await api.tell('admin', 'grantRole', { personId: clerk.id, role, orgId, from: '2022-01-01T00:00:00.000Z', reason });
  const pool = openPool({ url: api.databaseUrls.applicationUrl, name: 'account', max: 1 });
  const secret = await new Passwords().secretOf(password);
  const credential = { account: accountOf(clerk.id), name, secret, mustChange: false };
  await new PostgresCredentials(queryPool(pool)).add(credential, new Date());
  await pool.end();
};
