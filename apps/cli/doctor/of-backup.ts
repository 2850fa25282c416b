import { backupTakenAt } from '#platform/embedded-postgres';
import { about, type Finding } from '../../api/doctor/findings.js';

const BACKUP = about({ en: 'backup', zh: '备份' });
const HOURS_MS = 3_600_000;
/** A nightly one that ran an hour late is no news. */
const OLD_HOURS = 26;

/** How old the backup in a folder is. */
export const backupAge = (folder: string, now: Date): Finding => {
  const takenAt = backupTakenAt(folder);
  const hours = (now.getTime() - Date.parse(takenAt)) / HOURS_MS;
  const found = `${folder}: ${takenAt}, ${hours.toFixed(0)} h`;
  return hours <= OLD_HOURS
    ? BACKUP.ok(found)
    : BACKUP.warning(found, { en: 'take one: sifang backup', zh: '请执行 sifang backup' });
};
