export * from './access.js';
export * from './seen.js';
