import { accountOf } from '#contexts/grants';
import { CAST, CAST_ORGANISATIONS } from '#platform/identity';
import { openPool, PostgresCredentials, queryPool } from '#platform/postgres';
import { Passwords } from '#platform/sign-in';
import { founding } from '../../apps/cli/demo/story/founding.js';
import type { RunningApi } from './running-api.js';

const PASSWORD = 'a password of my very own';

/** What came back: its status, its body, and what the browser is to hold. */
export interface Said {
  readonly status: number;
  readonly cookie: string | undefined;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly errors?: readonly { readonly extensions: { readonly code: string; readonly path?: readonly string[] } }[];
  };
}

/** The status, and the codes of all that is wrong. */
export const codes = ({ status, body: { errors = [] } }: Said) => [status, ...errors.map((one) => one.extensions.code)];

/** Sends something as a browser or a program would. */
export const send = async (url: string, method: string, body?: unknown, headers = {}): Promise<Said> => {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, cookie, retryAfter, body: (text === '' ? {} : JSON.parse(text)) as Said['body'] };
};

const [found] = CAST.filter(({ as }) => as === 'unit');
if (!found) throw new Error('nobody reports for a unit');
/** Who signs in. */
export const clerk = found;

/** The founding of the demo, and an account for a unit's clerk, who may report for it. */
export const openDoor = async (api: RunningApi): Promise<void> => {
  const { failed } = await api.load(founding);
  if (failed.length > 0) throw new Error('the founding failed');
  await api.tell('admin', 'addAccount', { personId: clerk.id });
  const from = '2022-01-01T00:00:00.000Z';
  const granted = { personId: clerk.id, role: 'unit', orgId: CAST_ORGANISATIONS.unit1.id, from, reason: 'Reports' };
  await api.tell('admin', 'grantRole', granted);
  const pool = openPool({ url: api.databaseUrls.applicationUrl, name: 'spec', max: 1 });
  const secret = await new Passwords().secretOf(PASSWORD);
  const credential = { account: accountOf(clerk.id), name: 'tian.bao', secret, mustChange: false };
  await new PostgresCredentials(queryPool(pool)).add(credential, new Date());
  await pool.end();
};

/** Signs the clerk in, and gives what their browser holds. */
export const signIn = async ({ address }: Pick<RunningApi, 'address'>): Promise<{ readonly cookie: string }> => {
  const { cookie } = await send(`${address}/auth/sign-in`, 'POST', { name: 'tian.bao', password: PASSWORD });
  if (cookie === undefined) throw new Error('nobody was signed in');
  return { cookie };
};
