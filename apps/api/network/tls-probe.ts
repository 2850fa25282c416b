import type { Alarm, Probe } from '#platform/telemetry';
import type { TlsFiles } from './tls-files.js';

const WEEK_MS = 7 * 24 * 3_600_000;

const unusable: Alarm = {
  name: 'tls-files',
  of: 'tls',
  text: {
    en: 'The files of TLS_CERT and TLS_KEY cannot be read or do not belong together: the ones from before are still in use.',
    zh: 'TLS_CERT 与 TLS_KEY 文件不可读或不匹配，仍在使用先前的证书。',
  },
  facts: {},
};

const expiring = (endsAt: number): Alarm => ({
  name: 'tls-expiring',
  of: 'tls',
  text: {
    en: 'The certificate of TLS_CERT ends within a week, or has ended: browsers and programs will turn away.',
    zh: 'TLS_CERT 证书将在一周内到期或已到期，浏览器和程序将无法访问。',
  },
  facts: { endsAt: new Date(endsAt).toISOString() },
});

/** Takes renewed files for HTTPS, and says when they are of no use, and when the one in use is about to be. */
export const tlsProbe =
  (files: Pick<TlsFiles, 'renew' | 'endsAt'>, now: () => Date): Probe =>
  async () => {
    const isUsable = await files.renew();
    const { endsAt } = files;
    const help = { en: 'Whether the files for HTTPS are of no use.', zh: 'HTTPS 证书文件是否不可用。' };
    const ends = {
      en: 'When the certificate in use ends, in seconds since 1970.',
      zh: '在用证书的到期时间（Unix 秒）。',
    };
    return {
      metrics: [
        { name: 'tls_files_unusable', help, value: isUsable ? 0 : 1 },
        { name: 'tls_certificate_ends_at_seconds', help: ends, value: endsAt / 1_000 },
      ],
      alarms: [...(isUsable ? [] : [unusable]), ...(endsAt - now().getTime() < WEEK_MS ? [expiring(endsAt)] : [])],
    };
  };
