import { CannotStart } from '../connect/cannot-start.js';
import { codeOf } from '../connect/code-of.js';
import { login, type Account } from '../connect/login.js';
import { withClient } from '../connect/with-client.js';
import { migrate, pendingMigrations } from './migrate.js';

export interface DatabaseUrls {
  readonly applicationUrl: string;
  /** The address for the role that owns the schemas; without it the schema must be there already. */
  readonly ownerUrl: string | undefined;
}

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Makes a server of the operator's own ready: both roles can log in, the application's is not one that could change the log, and
 * the schema is this program's. Throws CannotStart with what to set.
 */
export const prepareDatabase = async ({ applicationUrl, ownerUrl }: DatabaseUrls): Promise<void> => {
  const application = await plainLogin(applicationUrl);
  if (ownerUrl === undefined) {
    await requireSchema(applicationUrl);
    return refuseOwner(applicationUrl, application);
  }
  const owner = await login('DATABASE_MIGRATION_URL', ownerUrl);
  if (owner.role === application.role) {
    throw new CannotStart({
      en: `DATABASE_URL and DATABASE_MIGRATION_URL both log in as ${owner.role}, who could change the log; use two roles`,
      zh: '两个地址不可使用同一角色，请分别设置应用角色与所有者角色',
    });
  }
  await migrateAs(owner, ownerUrl, application);
  await refuseOwner(applicationUrl, application);
};

/** The same without changing anything: what `prepareDatabase` would do is something that is missing. Throws CannotStart. */
export const examineDatabase = async (applicationUrl: string): Promise<void> => {
  const application = await plainLogin(applicationUrl);
  await requireSchema(applicationUrl);
  await refuseOwner(applicationUrl, application);
};

const plainLogin = async (applicationUrl: string): Promise<Account> => {
  const application = await login('DATABASE_URL', applicationUrl);
  if (application.superuser) {
    throw new CannotStart({
      en: `DATABASE_URL: ${application.role} is a superuser, who could change the log; use a plain role`,
      zh: '超级用户可以改动日志，请使用普通角色',
    });
  }
  return application;
};

const requireSchema = async (applicationUrl: string) => {
  const pending = await unlessForbidden(pendingMigrations(applicationUrl), () => 'all');
  if (pending.length === 0) return;
  throw new CannotStart({
    en: `the database of DATABASE_URL lacks migrations (${String(pending)}): set DATABASE_MIGRATION_URL (owner role) to run them`,
    zh: '数据库缺少迁移，请设置 DATABASE_MIGRATION_URL（所有者角色）以执行',
  });
};

/** Whoever owns the log, or may act as its owner, could change it. */
const refuseOwner = async (applicationUrl: string, { role }: Account) => {
  const owns = await withClient(applicationUrl, async (client) => {
    const { rows } = await client.query<{ owns: boolean }>(
      `SELECT pg_has_role(nspowner, 'MEMBER') AS owns FROM pg_namespace WHERE nspname = 'log'`,
    );
    return rows[0]?.owns;
  });
  if (owns !== true) return;
  throw new CannotStart({
    en: `DATABASE_URL: ${role} owns the log, and could change it; log in as the application's role`,
    zh: '日志所有者可以改动日志，请使用应用角色登录',
  });
};

const migrateAs = (owner: Account, ownerUrl: string, application: Account) =>
  unlessForbidden(migrate({ ownerUrl, appRole: application.role }), (reason) => {
    throw new CannotStart({
      en: `DATABASE_MIGRATION_URL: ${owner.role} may not migrate (${reason}); make it own the database`,
      zh: '该角色无权执行迁移，请按括号内所述授权，并使其成为数据库所有者',
    });
  });

const unlessForbidden = <T, U>(work: Promise<T>, otherwise: (reason: string) => U): Promise<T | U> =>
  work.catch((error: unknown) => {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (codeOf(cause) !== INSUFFICIENT_PRIVILEGE) throw error;
    return otherwise(cause instanceof Error ? cause.message : String(cause));
  });
