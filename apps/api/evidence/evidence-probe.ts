import { StoreUnavailable, type EvidenceStore } from '#platform/evidence-files';
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

const unavailable: Alarm = {
  name: 'evidence-store',
  of: 'evidence',
  text: {
    en: 'The store of evidence does not answer as it should: files are neither taken nor given until it does. See EVIDENCE_STORE.',
    zh: '证据存储无法正常应答：恢复前不能上传或下载材料，请检查 EVIDENCE_STORE。',
  },
  facts: {},
};

/** No file is kept under this address. */
const NONE = '0'.repeat(64);

const answers = async (store: Pick<EvidenceStore, 'open'>): Promise<boolean> => {
  try {
    await store.open(NONE);
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
};

/** Whether every file is as it was kept (X1), and whether the store of the files answers. */
export const evidenceProbe =
  (quarantined: () => Promise<number>, store: Pick<EvidenceStore, 'open'>): Probe =>
  async () => {
    const [files, isThere] = await Promise.all([quarantined(), answers(store)]);
    const help = { en: 'Files of evidence that are missing or altered.', zh: '缺失或被改动的证据材料数。' };
    const away = { en: 'Whether the store of evidence does not answer.', zh: '证据存储是否无应答。' };
    return {
      metrics: [
        { name: 'evidence_quarantined', help, value: files },
        { name: 'evidence_store_unavailable', help: away, value: isThere ? 0 : 1 },
      ],
      alarms: [...(files > 0 ? [altered(files)] : []), ...(isThere ? [] : [unavailable])],
    };
  };
