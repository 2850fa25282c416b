export * from './cannot-start.js';
export * from './migrate.js';
export * from './provision.js';
