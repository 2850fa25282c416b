import type { Probe } from '#platform/telemetry';

/** How much of the security log this process could not keep. */
export const droppedProbe =
  (securityLog: { readonly dropped: number }): Probe =>
  () => {
    const help = {
      en: 'Entries of the security log that were counted only.',
      zh: '未能写入、仅计数的安全日志条目数。',
    };
    return Promise.resolve({
      metrics: [{ name: 'security_log_dropped', help, value: securityLog.dropped }],
      alarms: [],
    });
  };
