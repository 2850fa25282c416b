export { backupTakenAt } from './backup/backup-manifest.js';
export * from './backup/backup.js';
export * from './embedded-postgres.js';
export * from './backup/restore.js';
