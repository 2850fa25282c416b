export * from './act.js';
export * from './arbitrary.js';
export * from './laws.js';
export * from './log.js';
export { histories, statesOf, type Caused } from './made-up.js';
export * from './rows.js';
export * from './specification.js';
