import type { Alarm, Probe } from '#platform/telemetry';
import type { TlsFiles } from './tls-files.js';

const unusable: Alarm = {
  name: 'tls-files',
  of: 'tls',
  text: {
    en: 'The files of TLS_CERT and TLS_KEY cannot be read or do not belong together: the ones from before are still in use.',
    zh: 'TLS_CERT 与 TLS_KEY 文件不可读或不匹配，仍在使用先前的证书。',
  },
  facts: {},
};

/** Takes renewed files for HTTPS, and says when they are of no use. */
export const tlsProbe =
  (files: Pick<TlsFiles, 'renew'>): Probe =>
  async () => {
    const isUsable = await files.renew();
    const help = { en: 'Whether the files for HTTPS are of no use.', zh: 'HTTPS 证书文件是否不可用。' };
    return {
      metrics: [{ name: 'tls_files_unusable', help, value: isUsable ? 0 : 1 }],
      alarms: isUsable ? [] : [unusable],
    };
  };
