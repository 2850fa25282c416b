import { shownSettings, type Shown, type ShownSetting } from './shown-settings.js';

/** How each variable that is read may be shown. */
export const SHOWN = {
  ...{ PORT: 'plain', HOST: 'plain', TLS_CERT: 'plain', TLS_KEY: 'plain', PUBLIC_URL: 'address' },
  ...{ TRUSTED_PROXIES: 'plain', RATE_LIMITS: 'plain' },
  ...{ OIDC_ISSUER: 'address', OIDC_CLIENT_ID: 'plain', OIDC_CLIENT_SECRET: 'secret' },
  ...{ OIDC_ACCOUNT_CLAIM: 'plain', OIDC_SCOPE: 'plain' },
  ...{ KEY_STORE: 'address', KEY_MASTER: 'plain' },
  ...{ DATA_DIR: 'plain', EVIDENCE_STORE: 'plain', EVIDENCE_S3_ENDPOINT: 'address', EVIDENCE_S3_REGION: 'plain' },
  ...{ EVIDENCE_S3_KEY_ID: 'secret', EVIDENCE_S3_SECRET: 'secret' },
  ...{ DATABASE_URL: 'address', DATABASE_MIGRATION_URL: 'address', EVENT_STORE: 'address' },
  ...{ LOG_LEVEL: 'plain', NODE_ENV: 'plain' },
} as const satisfies Readonly<Record<string, Shown>>;

/** What stands where nothing is set, as it would be set. */
export const DEFAULTS = {
  ...{ PORT: '4000', HOST: '127.0.0.1', DATA_DIR: '.data', LOG_LEVEL: 'info', EVIDENCE_S3_REGION: 'us-east-1' },
  RATE_LIMITS: 'operations=600,mutations=240,address=6000,connections=600',
  ...{ OIDC_ACCOUNT_CLAIM: 'preferred_username', OIDC_SCOPE: 'openid profile' },
};

/** All settings of this environment, as administrators may see them. */
export const settingsOf = (environment: Readonly<Record<string, string | undefined>>): readonly ShownSetting[] =>
  shownSettings(SHOWN, { environment, defaults: DEFAULTS });
