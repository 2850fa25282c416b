import { describe, expect, it } from '@jest/globals';
import { readConfig, VARIABLES } from '../config.js';
import { DEFAULTS, settingsOf, SHOWN } from './settings-of.js';

const among = (environment: Readonly<Record<string, string>>) => {
  const shown = settingsOf(environment);
  return (name: string) => shown.find((one) => one.name === name);
};

describe('the settings in effect', () => {
  it('say where each comes from; an empty one is not set', () => {
    const setting = among({ PORT: '4100', LOG_LEVEL: '' });
    expect(setting('PORT')).toEqual({ name: 'PORT', value: '4100', source: 'environment', masked: false });
    expect(setting('LOG_LEVEL')).toEqual({ name: 'LOG_LEVEL', value: 'info', source: 'default', masked: false });
    expect(setting('PUBLIC_URL')).toEqual({ name: 'PUBLIC_URL', source: 'default', masked: false });
  });

  it('keep to themselves what is secret, wherever in an address it stands', () => {
    const setting = among({
      DATABASE_URL: 'postgres://app:hush@db:5432/sifang?password=hush&sslmode=verify-full',
      DATABASE_MIGRATION_URL: 'postgresql://owner:h%40sh@db/sifang#hush',
      EVENT_STORE: 'esdb+discover://admin:hush@one:2113,two:2113?tls=false',
      OIDC_CLIENT_SECRET: 'hush',
      EVIDENCE_S3_KEY_ID: 'hush',
      EVIDENCE_S3_SECRET: 'hush',
    });
    expect(setting('DATABASE_URL')?.value).toBe('postgres://db:5432/sifang');
    expect(setting('DATABASE_MIGRATION_URL')?.value).toBe('postgresql://db/sifang');
    expect(setting('EVENT_STORE')?.value).toBe('esdb+discover://one:2113,two:2113');
    const masked = { source: 'environment', masked: true };
    for (const name of ['OIDC_CLIENT_SECRET', 'EVIDENCE_S3_KEY_ID', 'EVIDENCE_S3_SECRET'])
      expect(setting(name)).toEqual({ name, ...masked });
  });

  it('are all that are read: nobody forgets to say how a new one may be shown', () => {
    expect(Object.keys(SHOWN).sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it('call default what stands where nothing is set', () => {
    const { OIDC_ACCOUNT_CLAIM: _, OIDC_SCOPE: __, ...alone } = DEFAULTS;
    expect(readConfig(alone)).toEqual(readConfig({}));
    const issuer = {
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'us',
      PUBLIC_URL: 'https://us.example.org',
    };
    expect(readConfig({ ...issuer, ...DEFAULTS }).openId).toEqual(readConfig(issuer).openId);
  });
});
