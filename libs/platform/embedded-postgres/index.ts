export * from './backup.js';
export * from './embedded-postgres.js';
export * from './restore.js';
