export * from './laws.js';
export * from './rows.js';
export * from './specification.js';
