import type { Alarm, Probe } from '#platform/telemetry';

const altered = (files: number): Alarm => ({
  name: 'evidence-altered',
  of: 'evidence',
  text: {
    en: 'Files of evidence are missing or altered: see which with "sifang evidence verify", and bring them back from a backup.',
    zh: '有证据材料缺失或被改动：请用 sifang evidence verify 查明，并从备份恢复。',
  },
  facts: { files },
});

/** Whether every file is as it was kept (X1). */
export const evidenceProbe =
  (quarantined: () => Promise<number>): Probe =>
  async () => {
    const files = await quarantined();
    const help = { en: 'Files of evidence that are missing or altered.', zh: '缺失或被改动的证据材料数。' };
    return {
      metrics: [{ name: 'evidence_quarantined', help, value: files }],
      alarms: files > 0 ? [altered(files)] : [],
    };
  };
