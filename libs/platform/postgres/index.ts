export * from './cannot-start.js';
export * from './migrate.js';
export * from './prepare-database.js';
export * from './provision.js';
export * from './pool.js';
export * from './postgres-event-store.js';
